//! The figures: as a table for people, as JSON for programs.

use serde_json::{Value, json};
use std::fmt;

/// Tasks longer than this are noticed by users.
pub const LONG_TASK_MS: f64 = 100.0;

/// One thing measured, once or many times.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What, in words.
    pub name: String,
    /// `ms`, or what is counted.
    pub unit: &'static str,
    /// In the order in which they were measured.
    pub samples: Vec<f64>,
    /// How long the main thread was kept busy at a time meanwhile, in milliseconds.
    pub tasks: Vec<f64>,
}

/// All figures of one company.
#[derive(Debug)]
pub struct Measured {
    pub n_contacts: usize,
    pub n_entries: usize,
    pub figures: Vec<Figure>,
}

/// All that was measured.
#[derive(Debug, Default)]
pub struct Report {
    /// What does not depend on a company's size.
    pub visits: Vec<Figure>,
    pub sizes: Vec<Measured>,
}

impl Figure {
    /// The value that so many percent of the samples do not exceed.
    pub fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        let at = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        sorted.get(at).copied().unwrap_or_default()
    }

    fn long_tasks(&self) -> impl Iterator<Item = f64> + '_ {
        self.tasks
            .iter()
            .copied()
            .filter(|took| *took > LONG_TASK_MS)
    }

    fn json(&self) -> Value {
        json!({
            "name": self.name,
            "unit": self.unit,
            "n": self.samples.len(),
            "p50": self.percentile(50),
            "p95": self.percentile(95),
            "max": self.percentile(100),
            "tasks_over_100_ms": self.long_tasks().count(),
            "longest_task_ms": self.tasks.iter().copied().fold(0.0, f64::max),
        })
    }
}

/// One value, or the middle one, that of 95 percent and the highest; then what kept the thread busy.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.samples.as_slice(), self.unit) {
            ([], _) => f.write_str("–")?,
            ([one], _) => write!(f, "{}", short(*one))?,
            _ => write!(
                f,
                "{} / {} / {}",
                short(self.percentile(50)),
                short(self.percentile(95)),
                short(self.percentile(100))
            )?,
        }
        let n_long = self.long_tasks().count();
        if n_long > 0 {
            let longest = self.tasks.iter().copied().fold(0.0, f64::max);
            write!(f, "  [{n_long}: {longest:.0}]")?;
        }
        Ok(())
    }
}

fn short(value: f64) -> String {
    if value.fract() == 0.0 || value >= 100.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    }
}

impl Report {
    /// The report as JSON, sizes in the order in which they were measured.
    pub fn json(&self) -> String {
        let all = |figures: &[Figure]| figures.iter().map(Figure::json).collect::<Vec<_>>();
        let size = |measured: &Measured| {
            json!({
                "contacts": measured.n_contacts,
                "interactions": measured.n_entries,
                "figures": all(&measured.figures),
            })
        };
        let sizes: Vec<Value> = self.sizes.iter().map(size).collect();
        let report = json!({ "visits": all(&self.visits), "sizes": sizes });
        format!("{report:#}\n")
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<(&str, &str)> = Vec::new();
        for figure in self.sizes.iter().flat_map(|size| &size.figures) {
            if !names.contains(&(&figure.name, figure.unit)) {
                names.push((&figure.name, figure.unit));
            }
        }
        for figure in &self.visits {
            let name = format!("{}, {}", figure.name, figure.unit);
            writeln!(f, "{name:<58}{:>32}", figure.to_string())?;
        }
        write!(f, "{:<58}", "")?;
        for size in &self.sizes {
            let head = format!("{} / {}", size.n_contacts, size.n_entries);
            write!(f, "{head:>32}")?;
        }
        for (name, unit) in names {
            write!(f, "\n{:<58}", format!("{name}, {unit}"))?;
            for size in &self.sizes {
                let figure = size.figures.iter().find(|figure| figure.name == name);
                let cell = figure.map_or_else(String::new, Figure::to_string);
                write!(f, "{cell:>32}")?;
            }
        }
        write!(
            f,
            "\n\nmiddle / 95 % / highest of several; [tasks over {LONG_TASK_MS} ms: the longest in ms]"
        )
    }
}
