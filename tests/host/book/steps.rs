//! Futures step by step: each waits where the real device would make it wait.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// A future that is being taken step by step.
pub type Steps<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Takes one step; gives the answer if it was the last.
pub fn step<T>(steps: &mut Steps<T>) -> Option<T> {
    match steps.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    }
}

/// Takes the futures to their ends, in the order of `turns` (each names one of them, counted
/// around) and then in turn. Gives their answers in their own order.
pub fn interleave<T>(turns: &[u8], mut all: Vec<Steps<T>>) -> Vec<T> {
    let n = all.len();
    let mut answers: Vec<Option<T>> = all.iter().map(|_| None).collect();
    let in_turn = (0..n).cycle();
    let turns = turns.iter().map(|turn| usize::from(*turn) % n);
    for turn in turns.chain(in_turn) {
        if answers[turn].is_none() {
            answers[turn] = step(&mut all[turn]);
        }
        if answers.iter().all(Option::is_some) {
            break;
        }
    }
    answers.into_iter().flatten().collect()
}
