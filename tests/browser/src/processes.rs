//! Ending the browser as a power cut would: all its processes at once, without a chance to tidy up.

use crate::wait::{Trouble, eventually};
use std::{collections::HashMap, fs, process::Command};

/// A process as the system lists it.
struct Process {
    parent: u32,
    /// It has ended and only waits for its parent to notice.
    ended: bool,
}

/// All processes under `ancestor`, without itself, parents before children.
pub(crate) fn descendants(ancestor: u32) -> Vec<u32> {
    let processes = running();
    let mut found = vec![ancestor];
    let mut next = 0;
    while next < found.len() {
        let parent = found[next];
        found.extend(
            processes
                .iter()
                .filter(|(_, process)| process.parent == parent)
                .map(|(id, _)| *id),
        );
        next += 1;
    }
    found.split_off(1)
}

/// Ends these processes with SIGKILL and waits until none runs any more.
pub(crate) async fn kill(ids: &[u32]) {
    for id in ids {
        kill_one(*id);
    }
    eventually("the killed browser is gone", async || {
        let running = running();
        match ids
            .iter()
            .find(|id| running.get(id).is_some_and(|process| !process.ended))
        {
            Some(id) => Err(Trouble::NotYet(format!("process {id} still runs"))),
            None => Ok(()),
        }
    })
    .await;
}

/// Ends one process, if it still runs.
pub(crate) fn kill_one(id: u32) {
    #[cfg(unix)]
    if let Some(id) = i32::try_from(id)
        .ok()
        .and_then(rustix::process::Pid::from_raw)
    {
        // It may have ended by itself meanwhile.
        let _ = rustix::process::kill_process(id, rustix::process::Signal::KILL);
    }
    #[cfg(not(unix))]
    {
        let _ = Command::new("taskkill")
            .args(["/F", "/PID", &id.to_string()])
            .output();
    }
}

/// All processes by number: from /proc where there is one, else from `ps`.
fn running() -> HashMap<u32, Process> {
    let from_proc = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let id = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // "1234 (name, which may hold anything) S 1 …"
            let mut after_name = stat.rsplit_once(')')?.1.split_whitespace();
            let ended = after_name.next()? == "Z";
            Some((
                id,
                Process {
                    parent: after_name.next()?.parse().ok()?,
                    ended,
                },
            ))
        });
    let processes: HashMap<_, _> = from_proc.collect();
    if processes.is_empty() {
        from_ps()
    } else {
        processes
    }
}

fn from_ps() -> HashMap<u32, Process> {
    let listed = Command::new("ps")
        .args(["-A", "-o", "pid=,ppid=,state="])
        .output();
    let text = listed
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    let process = |line: &str| {
        let mut words = line.split_whitespace();
        let id = words.next()?.parse().ok()?;
        let parent = words.next()?.parse().ok()?;
        Some((
            id,
            Process {
                parent,
                ended: words.next()?.starts_with('Z'),
            },
        ))
    };
    text.lines().filter_map(process).collect()
}
