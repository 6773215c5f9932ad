//! A virtual screen whose pixels can be read: Xvfb keeps them in a file in the X window dump format.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::error::TaskError;

/// The virtual screen; ended when dropped.
pub struct Screen {
    server: Child,
    display: String,
    file: PathBuf,
}

/// A part of the screen in pixels, right and bottom exclusive.
#[derive(Clone, Copy)]
pub struct Region {
    pub left: usize,
    pub top: usize,
    pub right: usize,
    pub bottom: usize,
}

/// A picture of the screen at one moment.
pub struct Pixels {
    bytes: Vec<u8>,
    first: usize,
    stride: usize,
}

impl Screen {
    /// Opens a screen that keeps its pixels in `folder`.
    pub fn open(folder: &Path) -> Result<Self, TaskError> {
        fs::create_dir_all(folder).map_err(|source| TaskError::File { path: folder.to_owned(), source })?;
        let mut server = Command::new("Xvfb")
            // A white ground: words are dark, and it has to be told from them.
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x860x24",
                "-nolisten",
                "tcp",
                "-wr",
                "-noreset",
                "-fbdir",
            ])
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| TaskError::NotStarted { program: "Xvfb".into(), hint: "", source })?;
        let mut number = String::new();
        if let Some(out) = server.stdout.take() {
            // Nothing read is as good as no display: the windows then say so.
            let _ = BufReader::new(out).read_line(&mut number);
        }
        Ok(Screen { server, display: format!(":{}", number.trim()), file: folder.join("Xvfb_screen0") })
    }

    /// What goes into `DISPLAY`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Looks until the picture is as wanted; none when it was not within `patience`.
    pub fn wait_until(
        &self,
        patience: Duration,
        between: Duration,
        wanted: impl Fn(&Pixels) -> bool,
    ) -> Option<()> {
        let deadline = Instant::now() + patience;
        loop {
            if fs::read(&self.file).ok().and_then(Pixels::of_dump).is_some_and(|pixels| wanted(&pixels)) {
                return Some(());
            }
            if Instant::now() > deadline {
                return None;
            }
            thread::sleep(between);
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Pixels {
    /// Reads a dump: a header of big-endian words (its own size first, bytes a line at word 12, colours at word 19),
    /// colours of 12 bytes, then lines of pixels of 4 bytes, blue first. Source: X11's `XWDFile.h`.
    fn of_dump(bytes: Vec<u8>) -> Option<Self> {
        let word = |index: usize| {
            let word: [u8; 4] = bytes.get(index * 4..index * 4 + 4)?.try_into().ok()?;
            usize::try_from(u32::from_be_bytes(word)).ok()
        };
        let (first, stride) = (word(0)? + word(19)? * 12, word(12)?);
        Some(Pixels { bytes, first, stride })
    }

    /// Pixels darker than a quarter of full light in all three colours.
    pub fn dark_in(&self, region: Region) -> usize {
        let dark = |pixel: &[u8]| pixel.len() == 4 && pixel[..3].iter().all(|light| *light < 64);
        (region.top..region.bottom)
            .filter_map(|line| {
                let start = self.first + line * self.stride;
                self.bytes.get(start + region.left * 4..start + region.right * 4)
            })
            .map(|line| line.chunks_exact(4).filter(|pixel| dark(pixel)).count())
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_pixels_are_counted_where_they_are() {
        // A dump of 4 × 2 pixels with one colour in its table.
        let mut bytes = vec![0u8; 100];
        bytes[3] = 100;
        bytes[12 * 4 + 3] = 16;
        bytes[19 * 4 + 3] = 1;
        bytes.extend([9; 12]);
        let light = [250, 250, 250, 0];
        let ink = [25, 28, 30, 0];
        for pixel in [light, ink, light, light, light, light, ink, [0, 0, 200, 0]] {
            bytes.extend(pixel);
        }
        let pixels = Pixels::of_dump(bytes).unwrap();
        let count = |left, top, right, bottom| pixels.dark_in(Region { left, top, right, bottom });
        assert_eq!(count(0, 0, 4, 2), 2);
        assert_eq!(count(0, 0, 1, 2), 0);
        assert_eq!(count(1, 0, 2, 1), 1);
        assert_eq!(count(0, 0, 4, 9), 2, "lines that are not there hold nothing");
        assert!(Pixels::of_dump(vec![1, 2, 3]).is_none());
    }
}
