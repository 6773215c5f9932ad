//! Ten thousand questions: read, indexed and searched. Their words are those of the built-in bank, shuffled.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use question_bank::{Bank, Format, Question, QuestionId, packs::Pack, packs::write};

const QUESTIONS: usize = 10_000;

/// Any scatter will do, as long as it is the same each time: Knuth's multiplier.
struct Scatter(u64);

impl Scatter {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Questions as long as the built-in ones, of their words.
fn questions() -> Vec<(Question, Option<String>)> {
    let builtin = Bank::builtin().all();
    let texts = builtin.iter().flat_map(|question| question.probes.iter().chain([&question.prompt]));
    let words: Vec<&str> = texts.flat_map(|text| text.split_whitespace()).collect();
    let mut scatter = Scatter(1);
    let mut text = |like: &str| {
        let count = like.split_whitespace().count();
        let words: Vec<&str> = (0..count).map(|_| words[scatter.below(words.len())]).collect();
        format!("{}?", words.join(" ").trim_end_matches(['.', '?']))
    };
    (0..QUESTIONS)
        .map(|number| {
            let mut question = builtin[number % builtin.len()].clone();
            question.id = QuestionId::new(format!("my-{number}"));
            question.prompt = text(&question.prompt);
            question.probes = question.probes.iter().map(|probe| text(probe)).collect();
            (question, None)
        })
        .collect()
}

fn benches(criterion: &mut Criterion) {
    let kept = questions();
    let mut bank = Bank::builtin().with_kept(kept.clone());
    for (number, (question, _)) in kept.iter().enumerate() {
        bank.set_note(
            &question.id,
            &format!("Note {number}: told to Priya, too long, say the number first."),
        );
    }
    bank.search("");
    for (name, query) in [
        ("one letter", "a"),
        ("half a word", "depen"),
        ("three words", "risk team launch"),
        ("a word of every note", "priya"),
        ("nothing", ""),
    ] {
        criterion.bench_function(&format!("search 10,000 questions: {name}"), |bench| {
            bench.iter(|| bank.search(black_box(query)).len());
        });
    }
    criterion.bench_function("near questions of 10,000", |bench| {
        bench.iter(|| {
            bank.near(black_box("Tell me about a risk that a team found before a launch."), None).len()
        });
    });

    let mut slow = criterion.benchmark_group("whole bank");
    slow.sample_size(10);
    slow.bench_function("first search of 10,000, with the index made", |bench| {
        bench.iter_batched(
            || Bank::builtin().with_kept(kept.clone()),
            |bank| bank.search(black_box("risk")).len(),
            BatchSize::LargeInput,
        );
    });
    let own: Vec<&Question> = kept.iter().take(2_000).map(|(question, _)| question).collect();
    for format in [Format::Toml, Format::Json, Format::Csv] {
        let file = write(&own, format);
        slow.bench_function(format!("read a pack of 2,000 questions, {}", format.ending()), |bench| {
            bench.iter(|| Pack::read("pack", black_box(file.as_bytes())).is_ok());
        });
    }
    slow.finish();
}

criterion_group!(bank_benches, benches);
criterion_main!(bank_benches);
