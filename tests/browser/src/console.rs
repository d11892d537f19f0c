//! What the page and the browser wrote to the console, errors above all.

use serde_json::Value;
use std::fmt;

/// Runs in every page before its own code. A refused inline style or script is a console message
/// anyway; the event also tells which rule and what, in the same log, which outlives navigation.
pub(crate) const REPORT_VIOLATIONS: &str = "\
    document.addEventListener('securitypolicyviolation', (e) => console.error(\
        `securitypolicyviolation ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));";

/// One line of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleLine {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// What was written, with the address it came from.
    pub message: String,
}

impl ConsoleLine {
    /// Reads the driver's list of lines.
    pub(crate) fn read(log: &Value) -> Vec<ConsoleLine> {
        let text = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
        let lines = log.as_array().map(Vec::as_slice).unwrap_or_default();
        lines
            .iter()
            .map(|line| ConsoleLine {
                level: text(line, "level"),
                message: text(line, "message"),
            })
            .collect()
    }

    /// Whether it says that something went wrong: an exception, a failed request, a refused policy.
    pub fn is_error(&self) -> bool {
        self.level == "SEVERE"
    }
}

impl fmt::Display for ConsoleLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.level, self.message)
    }
}

/// The addresses that pages asked for, out of the driver's log of browser events.
pub(crate) fn requests(log: &Value) -> Vec<String> {
    let lines = log.as_array().map(Vec::as_slice).unwrap_or_default();
    let asked = lines.iter().filter_map(|line| {
        let event: Value = serde_json::from_str(line["message"].as_str()?).ok()?;
        let message = &event["message"];
        let is_request = message["method"] == "Network.requestWillBeSent";
        is_request.then(|| {
            message["params"]["request"]["url"]
                .as_str()
                .map(str::to_owned)
        })?
    });
    asked.collect()
}
