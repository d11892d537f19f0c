//! Long tasks: work that holds a page up for more than 50 ms, as browsers report it. They are counted, not timed:
//! how long one takes depends on the computer, and how many there are says whether work is done piece by piece.

use crate::{browser::Browser, console::ConsoleLine};
use std::{env, fmt};
use xtask::engine::LONG_TASKS_VARIABLE;

const WATCH: &str = include_str!("long_tasks.js");
/// How a line of the console about one begins.
const TOLD: &str = "long task ";
/// Those that are longer, in milliseconds, are told beside all.
const LONGER_MS: u32 = 100;

/// The tasks that browsers call long, in milliseconds, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LongTasks(Vec<u32>);

impl LongTasks {
    /// How many there were.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// How many of them took more than 100 ms.
    pub fn n_longer(&self) -> usize {
        self.0.iter().filter(|ms| **ms > LONGER_MS).count()
    }
}

impl fmt::Display for LongTasks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (n, n_longer) = (self.count(), self.n_longer());
        write!(
            f,
            "{n} tasks over 50 ms, {n_longer} of them over {LONGER_MS} ms"
        )?;
        match self.0.iter().max() {
            Some(longest) => write!(f, ", the longest {longest} ms"),
            None => Ok(()),
        }
    }
}

impl Browser {
    /// Has pages tell from now on of their long tasks. Only for engines that
    /// [can](crate::Ability::LongTasks).
    pub async fn watch_long_tasks(&self) {
        self.before_every_page(WATCH).await;
    }

    /// The long tasks of all pages and tabs since this was last asked, or since they are watched.
    pub async fn take_long_tasks(&self) -> LongTasks {
        // A page at rest has told of all.
        let rest = "await new Promise((rests) => requestIdleCallback(rests))";
        self.script_async(rest, Vec::new()).await;
        self.keep_console().await;
        let mut tasks = Vec::new();
        self.earlier_lines.borrow_mut().retain(|line| {
            let told = milliseconds(line);
            tasks.extend(told);
            told.is_none()
        });
        LongTasks(tasks)
    }
}

/// What a line says of a long task. The driver puts its place before, and the text in quotation marks.
fn milliseconds(line: &ConsoleLine) -> Option<u32> {
    let (_, told) = line.message.split_once(TOLD)?;
    told.trim_end_matches('"').parse().ok()
}

/// How many long tasks a job may take, where the run holds it to a number: it does so with a release, which
/// is compiled with all efforts.
///
/// # Panics
/// When the environment names something else than a number.
pub fn most_long_tasks() -> Option<usize> {
    let named = env::var(LONG_TASKS_VARIABLE).ok()?;
    match named.parse() {
        Ok(n) => Some(n),
        Err(error) => panic!("{LONG_TASKS_VARIABLE} is {named:?}: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_long_task_is_read_and_others_are_not() {
        let line = |message: &str| ConsoleLine {
            level: "DEBUG".to_owned(),
            message: message.to_owned(),
        };
        let told = line("http://127.0.0.1:1/crm/ 4:60 \"long task 73\"");
        assert_eq!(milliseconds(&told), Some(73));
        assert_eq!(milliseconds(&line("a long task indeed")), None);
    }

    #[test]
    fn the_count_is_told_with_those_that_are_longer() {
        assert_eq!(
            LongTasks(vec![51, 240, 100]).to_string(),
            "3 tasks over 50 ms, 1 of them over 100 ms, the longest 240 ms"
        );
        assert_eq!(
            LongTasks::default().to_string(),
            "0 tasks over 50 ms, 0 of them over 100 ms"
        );
    }
}
