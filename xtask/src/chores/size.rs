//! `cargo xtask dist` and `cargo xtask size`: the folder for a web host, and what it weighs.

use super::{
    Failure, Outcome,
    program::{Profile, build},
    root,
    tools::Tools,
};
use flate2::{Compression, write::GzEncoder};
use std::{fs, io::Write, ops::AddAssign, path::PathBuf};
use xtask::packing;

/// The folder for a web host.
pub fn dist_folder() -> PathBuf {
    root().join("dist")
}

/// Builds the folder for a web host.
///
/// # Errors
/// When the page does not build.
pub fn build_dist(tools: &Tools) -> Outcome {
    println!("Building for release: two to four minutes when the program has changed.");
    build(tools, Profile::Release, &dist_folder())
}

/// Builds the folder for a web host and prints its sizes.
///
/// # Errors
/// When a tool cannot be had, and as [`build_dist`] and [`size`].
pub fn dist() -> Outcome {
    build_dist(&Tools::ready()?.and_for_release()?)?;
    println!("\nThe folder dist/ is ready: put its files on any web host, under any path.\n");
    size()
}

/// The first visit may weigh so many bytes of brotli: a twentieth more than it weighed when this was last
/// set (the goal was 350,000). Whoever makes it lighter sets this anew.
const MOST_BYTES: usize = 218_000;
/// With the rest of the program, which is fetched while the first page is read, so many. What works with records
/// is compiled for speed, which costs a tenth of it.
const MOST_BYTES_WITH_REST: usize = 1_590_000;
/// The first visit may take so many requests.
const MOST_REQUESTS: usize = 10;
/// The main job may take so many tasks that hold the page up for more than 50 ms. How many there are depends on what
/// else the computer does: on two cores 18 to 43 were counted with one browser beside a benchmark, 38 to 56 with two, and
/// up to 77 with two while loops kept both cores busy besides. This is half as many again, so that no busy computer fails. It
/// is passed when something that happens often, such as a key, has become long; that single pages take longer is what
/// benchmarks show.
pub const MOST_LONG_TASKS: usize = 115;

/// What a browser fetches to show the page for the first time.
struct FirstVisit {
    n_requests: usize,
    size: Size,
    /// What is fetched next, unasked.
    rest: Size,
}

/// Prints what the folder for a web host weighs: as it is, and as hosts send it.
///
/// # Errors
/// When it has not been built.
pub fn size() -> Outcome {
    weigh().map(drop)
}

/// Prints the sizes as [`size`] does, and holds the first visit to what it may weigh.
///
/// # Errors
/// As [`size`], and when it weighs more or takes more requests.
pub fn keep_budget() -> Outcome {
    weigh()?.keep_budget()
}

impl FirstVisit {
    fn keep_budget(&self) -> Outcome {
        let (bytes, n_requests) = (self.size.brotli, self.n_requests);
        println!(
            "first visit: {bytes} bytes of at most {MOST_BYTES}, {n_requests} requests of at most {MOST_REQUESTS}"
        );
        let with_rest = bytes + self.rest.brotli;
        println!("with the rest: {with_rest} bytes of at most {MOST_BYTES_WITH_REST}");
        if bytes > MOST_BYTES || n_requests > MOST_REQUESTS || with_rest > MOST_BYTES_WITH_REST {
            return Err(Failure(
                "The first visit has become too heavy: see what came in, or say in size.rs why it may."
                    .to_owned(),
            ));
        }
        Ok(())
    }
}

fn weigh() -> Outcome<FirstVisit> {
    let folder = dist_folder();
    let page = fs::read_to_string(folder.join("index.html"))
        .map_err(|_| Failure("There is no dist/ yet: cargo xtask dist builds it.".to_owned()))?;
    let mut files = Vec::new();
    packing::list(&folder, &mut files).map_err(Failure::while_doing("Reading dist/"))?;
    files.sort();
    let mut naming = page;
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "css"))
    {
        naming.push_str(
            &fs::read_to_string(file).map_err(Failure::while_doing("Reading a style sheet"))?,
        );
    }
    let mut total = Size::default();
    let (mut first_visit, mut rest) = (Size::default(), Size::default());
    let mut n_requests = 0;
    println!("{:<44}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    for file in files {
        let name = file
            .strip_prefix(&folder)
            .unwrap_or(&file)
            .to_string_lossy()
            .replace('\\', "/");
        let size = Size::of(&fs::read(&file).map_err(Failure::while_doing(&name))?)?;
        total += size;
        if is_loaded_at_start(&naming, &name) {
            first_visit += size;
            n_requests += 1;
        } else if name.starts_with("rest-") {
            rest += size;
        }
        size.print(&name);
    }
    total.print("in all");
    first_visit.print(&format!("first visit, {n_requests} requests"));
    Ok(FirstVisit {
        n_requests,
        size: first_visit,
        rest,
    })
}

/// Whether opening the page asks for this file: the page itself, what it and its style sheets name,
/// and the pieces of JavaScript that the program's module imports.
fn is_loaded_at_start(naming: &str, name: &str) -> bool {
    name == "index.html"
        || name.starts_with("snippets/")
        || naming.contains(&format!("\"./{name}\""))
        || naming.contains(&format!("url(\"{name}\")"))
}

/// Bytes of a file as it is and compressed.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl AddAssign for Size {
    fn add_assign(&mut self, other: Size) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

impl Size {
    /// Compresses with the highest settings, as hosts do for files that are compressed once.
    fn of(bytes: &[u8]) -> Outcome<Size> {
        let compressing = Failure::while_doing("Compressing");
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes).map_err(&compressing)?;
        let gzip = gzip.finish().map_err(&compressing)?;
        let brotli = packing::brotli(bytes).map_err(&compressing)?;
        Ok(Size {
            raw: bytes.len(),
            gzip: gzip.len(),
            brotli: brotli.len(),
        })
    }

    fn print(self, name: &str) {
        println!(
            "{name:<44}{:>10}{:>10}{:>10}",
            self.raw, self.gzip, self.brotli
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_visit_is_the_page_and_what_it_names() {
        let page = r#"<link href="./a.css"><script src="./b.js"> src: url("d.woff2")"#;
        for name in ["index.html", "a.css", "b.js", "snippets/c.js", "d.woff2"] {
            assert!(is_loaded_at_start(page, name), "{name}");
        }
        assert!(!is_loaded_at_start(page, "e.css"));
    }

    #[test]
    fn a_first_visit_may_reach_its_budget_and_not_pass_it() {
        let size = |brotli| Size {
            brotli,
            ..Size::default()
        };
        let visit = |brotli, rest, n_requests| FirstVisit {
            n_requests,
            size: size(brotli),
            rest: size(rest),
        };
        let most_rest = MOST_BYTES_WITH_REST - MOST_BYTES;
        assert!(
            visit(MOST_BYTES, most_rest, MOST_REQUESTS)
                .keep_budget()
                .is_ok()
        );
        assert!(visit(MOST_BYTES + 1, 0, 1).keep_budget().is_err());
        assert!(visit(MOST_BYTES, most_rest + 1, 1).keep_budget().is_err());
        assert!(visit(1, 0, MOST_REQUESTS + 1).keep_budget().is_err());
    }

    #[test]
    fn repeated_text_gets_smaller() -> Result<(), String> {
        let size = Size::of("Lokikirja ".repeat(100).as_bytes()).map_err(|Failure(why)| why)?;
        assert_eq!(size.raw, 1000);
        assert!(
            size.gzip < 100 && size.brotli < 100,
            "{} {}",
            size.gzip,
            size.brotli
        );
        Ok(())
    }
}
