//! The texts that are measured: five answers of about 550 words each, written for this, and what is made of them. The
//! same every time.

/// The answers as typed, a line for each paragraph.
const ANSWERS: [&str; 5] = [
    include_str!("refunds.txt"),
    include_str!("scanners.txt"),
    include_str!("deletion.txt"),
    include_str!("search.txt"),
    include_str!("reminders.txt"),
];

/// A text of so many words that begins with one of the answers and goes on with the next.
pub fn answer(number: usize, words: usize) -> String {
    let mut text = String::new();
    let mut left = words;
    for paragraph in paragraphs(number) {
        if left == 0 {
            break;
        }
        let taken: Vec<&str> = paragraph.split_whitespace().take(left).collect();
        left -= taken.len();
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&taken.join(" "));
    }
    text
}

/// All answers, over and over, up to so many bytes.
pub fn of_size(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 1024);
    for paragraph in paragraphs(0) {
        if text.len() >= bytes {
            break;
        }
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// The paragraphs of an answer and of all that follow it, without an end.
fn paragraphs(number: usize) -> impl Iterator<Item = &'static str> {
    ANSWERS
        .into_iter()
        .cycle()
        .skip(number % ANSWERS.len())
        .flat_map(|answer| answer.lines().filter(|line| !line.is_empty()))
}
