//! What criterion found out, from the files that it leaves beside its report.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use serde::Deserialize;

use crate::{checkout, error::TaskError, markdown_table::markdown_table};

/// One benchmark and its times, in nanoseconds.
#[derive(Debug, PartialEq)]
pub struct Estimate {
    name: String,
    median: f64,
    /// The bounds of the 95 % confidence interval of the median.
    between: (f64, f64),
    /// What one round works through, in bytes.
    bytes: Option<f64>,
}

/// `benchmark.json`
#[derive(Deserialize)]
struct Benchmark {
    full_id: String,
    throughput: Option<Throughput>,
}

#[derive(Deserialize)]
struct Throughput {
    #[serde(rename = "Bytes")]
    bytes: Option<f64>,
}

/// `estimates.json`
#[derive(Deserialize)]
struct Estimates {
    median: Median,
}

#[derive(Deserialize)]
struct Median {
    point_estimate: f64,
    confidence_interval: Interval,
}

#[derive(Deserialize)]
struct Interval {
    lower_bound: f64,
    upper_bound: f64,
}

/// The estimates below a folder that were written since a moment, in the order in which they were: what is older may
/// be of a benchmark that is gone.
pub fn since(folder: &Path, moment: SystemTime) -> Result<Vec<Estimate>, TaskError> {
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in checkout::children(&folder)? {
            if path.is_dir() {
                folders.push(path);
            } else if path.ends_with("new/estimates.json") {
                let written = fs::metadata(&path)
                    .and_then(|metadata| metadata.modified())
                    .map_err(|source| TaskError::File { path: path.clone(), source })?;
                found.push((written, path));
            }
        }
    }
    found.retain(|(written, _)| *written >= moment);
    found.sort();
    found.iter().map(|(_, path)| read(path)).collect()
}

fn read(path: &Path) -> Result<Estimate, TaskError> {
    let benchmark = path.with_file_name("benchmark.json");
    let text = |path: &Path| {
        fs::read_to_string(path).map_err(|source| TaskError::File { path: path.to_owned(), source })
    };
    let wrong = |path: &Path| {
        let path = path.to_owned();
        move |source| TaskError::NotCriterion { path, source }
    };
    let Estimates { median } = serde_json::from_str(&text(path)?).map_err(wrong(path))?;
    let benchmark: Benchmark = serde_json::from_str(&text(&benchmark)?).map_err(wrong(&benchmark))?;
    Ok(Estimate {
        name: benchmark.full_id,
        median: median.point_estimate,
        between: (median.confidence_interval.lower_bound, median.confidence_interval.upper_bound),
        bytes: benchmark.throughput.and_then(|throughput| throughput.bytes),
    })
}

/// The estimates for people.
pub fn table(estimates: &[Estimate]) -> String {
    let rows: Vec<[String; 4]> = estimates
        .iter()
        .map(|estimate| {
            let (low, high) = estimate.between;
            [
                estimate.name.replace('/', ": "),
                time(estimate.median),
                format!("{} – {}", time(low), time(high)),
                // Bytes in a nanosecond are thousands of megabytes in a second.
                estimate.bytes.map_or_else(String::new, |bytes| rounded(bytes / estimate.median * 1e3)),
            ]
        })
        .collect();
    markdown_table(1, ["Benchmark", "Median", "Confidence interval, 95 %", "MB a second"], &rows)
}

/// `512 ns`, `9.14 ms`, `1.20 s`
fn time(nanoseconds: f64) -> String {
    let (figure, unit) = match nanoseconds {
        ..1e3 => (nanoseconds, "ns"),
        ..1e6 => (nanoseconds / 1e3, "µs"),
        ..1e9 => (nanoseconds / 1e6, "ms"),
        _ => (nanoseconds / 1e9, "s"),
    };
    format!("{} {unit}", rounded(figure))
}

/// To three digits, and no fewer before the point than there are.
fn rounded(figure: f64) -> String {
    match figure {
        ..10.0 => format!("{figure:.2}"),
        ..100.0 => format!("{figure:.1}"),
        _ => format!("{figure:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use std::{fs::File, time::Duration};

    use super::*;

    fn leave(folder: &Path, name: &str, throughput: &str, median: f64, at: SystemTime) {
        let folder = folder.join(name).join("new");
        fs::create_dir_all(&folder).unwrap();
        let benchmark = format!(r#"{{"group_id":"x","full_id":"{name}","throughput":{throughput}}}"#);
        fs::write(folder.join("benchmark.json"), benchmark).unwrap();
        let estimate = |figure: f64| {
            format!(
                r#"{{"confidence_interval":{{"confidence_level":0.95,"lower_bound":{},"upper_bound":{}}},
                   "point_estimate":{figure},"standard_error":1.0}}"#,
                figure - 1e3,
                figure + 1e3
            )
        };
        let text =
            format!(r#"{{"mean":{},"median":{},"slope":null}}"#, estimate(median * 2.0), estimate(median));
        let path = folder.join("estimates.json");
        fs::write(&path, text).unwrap();
        File::options().write(true).open(path).unwrap().set_modified(at).unwrap();
    }

    #[test]
    fn the_estimates_of_this_run_are_read_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let after = |seconds| moment + Duration::from_secs(seconds);
        leave(folder.path(), "load", "null", 9e6, after(2));
        leave(folder.path(), "check/500 words", r#"{"Bytes":2500}"#, 5e5, after(1));
        leave(folder.path(), "gone", "null", 1.0, moment - Duration::from_secs(1));
        assert_eq!(
            since(folder.path(), moment).unwrap(),
            [
                Estimate {
                    name: "check/500 words".into(),
                    median: 5e5,
                    between: (499e3, 501e3),
                    bytes: Some(2500.0)
                },
                Estimate { name: "load".into(), median: 9e6, between: (8_999e3, 9_001e3), bytes: None },
            ]
        );
    }

    #[test]
    fn other_elements_than_bytes_are_no_throughput() {
        let folder = tempfile::tempdir().unwrap();
        leave(folder.path(), "rows", r#"{"Elements":5}"#, 1e3, SystemTime::UNIX_EPOCH);
        assert_eq!(since(folder.path(), SystemTime::UNIX_EPOCH).unwrap()[0].bytes, None);
    }

    #[test]
    fn a_file_of_another_form_is_named() {
        let folder = tempfile::tempdir().unwrap();
        leave(folder.path(), "x", "null", 1e3, SystemTime::UNIX_EPOCH);
        fs::write(folder.path().join("x/new/estimates.json"), "{}").unwrap();
        let message = since(folder.path(), SystemTime::UNIX_EPOCH).unwrap_err().to_string();
        assert!(message.contains("estimates.json"), "{message}");
    }

    #[test]
    fn the_table_has_a_row_for_each_with_units() {
        let estimate = |name: &str, median, bytes| Estimate {
            name: name.into(),
            median,
            between: (median * 0.9, median * 1.1),
            bytes,
        };
        let text = table(&[estimate("check/500 words", 5e5, Some(2500.0)), estimate("load", 9e6, None)]);
        let expected = "\
| Benchmark        |  Median | Confidence interval, 95 % | MB a second |
| ---------------- | ------: | ------------------------: | ----------: |
| check: 500 words |  500 µs |           450 µs – 550 µs |        5.00 |
| load             | 9.00 ms |         8.10 ms – 9.90 ms |             |";
        assert_eq!(text, expected);
    }

    #[test]
    fn times_have_three_digits() {
        let check = |nanoseconds, expected: &str| assert_eq!(time(nanoseconds), expected);
        check(3.25, "3.25 ns");
        check(51_234.0, "51.2 µs");
        check(286_400_000.0, "286 ms");
        check(1_500_000_000.0, "1.50 s");
    }
}
