//! What comes from others: under which terms, from where, and in how many versions; and the file that tells
//! the terms of what is in the program.
//!
//! The rules are those that cargo-deny checks under `licenses`, `sources` and `bans`. They are read from
//! cargo's own answer here, because that tool takes longer to build than all of ours together.

use super::{Failure, Outcome, notices, root, test::WASM};
use cargo_metadata::{
    CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId, TargetKind,
};
use spdx::{Expression, ParseMode};
use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
};

/// Terms under which others' work may be in what hosts send: they ask for nothing but their notice.
const TERMS: [&str; 9] = [
    "0BSD",
    "Apache-2.0",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// Terms that a tool may have besides: it runs here and is sent to nobody.
const TERMS_OF_TOOLS: [&str; 1] = ["MPL-2.0"];
/// What the program holds in two versions, because two of its libraries ask for different ones. Of embedded-io neither
/// is compiled: cargo lists what postcard could be asked for.
const TWO_VERSIONS: [&str; 5] = [
    "embedded-io",
    "getrandom",
    "gloo-utils",
    "rand_core",
    "thiserror",
];
/// The programs that hosts send.
const SHIPPED: [&str; 2] = ["lokikirja", super::export_program::PACKAGE];

/// A package as the rules see it.
struct Part<'a> {
    name: &'a str,
    version: String,
    terms: Option<&'a str>,
    /// None for our own.
    source: Option<&'a str>,
    is_shipped: bool,
    /// Whether one of ours takes it in whatever version comes.
    is_any_version: bool,
}

/// Checks every package that a build, a test or the program uses, and says how many they are.
///
/// # Errors
/// When cargo cannot list them, and when one breaks a rule: all that do are named.
pub fn check() -> Outcome {
    let (all, shipped) = (listed(None)?, shipped()?);
    let ids: BTreeSet<&PackageId> = shipped.iter().map(|package| &package.id).collect();
    let any_version: BTreeSet<&str> = all
        .workspace_packages()
        .iter()
        .flat_map(|own| &own.dependencies)
        .filter(|wanted| wanted.path.is_none() && wanted.req.comparators.is_empty())
        .map(|wanted| wanted.name.as_str())
        .collect();
    let parts: Vec<Part<'_>> = all
        .packages
        .iter()
        .map(|package| Part {
            name: &package.name,
            version: package.version.to_string(),
            terms: package.license.as_deref(),
            source: package.source.as_ref().map(|source| source.repr.as_str()),
            is_shipped: ids.contains(&package.id),
            is_any_version: any_version.contains(package.name.as_str()),
        })
        .collect();
    let faults = faults(&parts);
    if !faults.is_empty() {
        return Err(Failure(faults.join("\n")));
    }
    println!(
        "{} packages of others, {} of them in the program: terms, sources and versions are as they should be",
        parts.iter().filter(|part| part.source.is_some()).count(),
        parts
            .iter()
            .filter(|part| part.is_shipped && part.source.is_some())
            .count(),
    );
    Ok(())
}

/// Writes the terms of all that others have written in the program into a built folder.
///
/// # Errors
/// When cargo cannot list the packages, or a file cannot be read or written.
pub fn add_notices(folder: &Path) -> Outcome {
    let packages = shipped()?;
    let theirs: Vec<&Package> = packages
        .iter()
        .filter(|package| package.source.is_some())
        .collect();
    let text = notices::of(&theirs)?;
    fs::write(folder.join(notices::FILE), text).map_err(Failure::while_doing(notices::FILE))
}

/// What is wrong, a sentence each.
fn faults(parts: &[Part<'_>]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    for part in parts {
        let called = format!("{} {}", part.name, part.version);
        if !part
            .terms
            .is_some_and(|terms| are_fine(terms, part.is_shipped))
        {
            let terms = part.terms.unwrap_or("no terms");
            faults.push(format!(
                "{called} comes under {terms}, which nobody here has agreed to."
            ));
        }
        match part.source {
            Some(source) if source != CRATES_IO => {
                faults.push(format!("{called} comes from {source}, not from crates.io."));
            }
            Some(_) if part.is_any_version => {
                faults.push(format!("{called} is asked for in any version."));
            }
            _ => {}
        }
        if part.is_shipped {
            *versions.entry(part.name).or_default() += 1;
        }
    }
    for (name, n) in &versions {
        if *n > 1 && !TWO_VERSIONS.contains(name) {
            faults.push(format!("The program holds {name} in {n} versions."));
        }
    }
    let is_once = |name: &&&str| versions.get(**name).is_none_or(|n| *n < 2);
    for name in TWO_VERSIONS.iter().filter(is_once) {
        faults.push(format!(
            "{name} is no longer in the program twice: take it off the list in supply.rs."
        ));
    }
    faults
}

/// How cargo calls crates.io, wherever it fetches from.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Whether one may choose terms for all of it that we have agreed to.
fn are_fine(terms: &str, is_shipped: bool) -> bool {
    Expression::parse_mode(terms, ParseMode::LAX).is_ok_and(|terms| {
        terms.evaluate(|asked| {
            asked.license.id().is_some_and(|id| {
                TERMS.contains(&id.name) || (!is_shipped && TERMS_OF_TOOLS.contains(&id.name))
            })
        })
    })
}

/// Every package in the program: what is compiled into it, without what only helps to compile it.
fn shipped() -> Outcome<Vec<Package>> {
    let listed = listed(Some(WASM))?;
    let packages: BTreeMap<&PackageId, &Package> = listed
        .packages
        .iter()
        .map(|package| (&package.id, package))
        .collect();
    let nodes = listed.resolve.iter().flat_map(|resolve| &resolve.nodes);
    let nodes: BTreeMap<&PackageId, _> = nodes.map(|node| (&node.id, node)).collect();
    let is_compiled_in = |id: &PackageId| {
        let made_of = packages
            .get(id)
            .into_iter()
            .flat_map(|package| &package.targets);
        !made_of
            .flat_map(|target| &target.kind)
            .any(|kind| *kind == TargetKind::ProcMacro)
    };
    let mut found: BTreeSet<&PackageId> = BTreeSet::new();
    let mut open: Vec<&PackageId> = listed
        .packages
        .iter()
        .filter(|package| SHIPPED.contains(&package.name.as_str()))
        .map(|package| &package.id)
        .collect();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let uses = nodes.get(id).into_iter().flat_map(|node| &node.deps);
            let normal = uses.filter(|used| {
                used.dep_kinds
                    .iter()
                    .any(|how| how.kind == DependencyKind::Normal)
            });
            open.extend(normal.map(|used| &used.pkg).filter(|id| is_compiled_in(id)));
        }
    }
    Ok(found
        .into_iter()
        .filter_map(|id| packages.get(id).map(|package| (*package).clone()))
        .collect())
}

/// What cargo says about all packages, or about those for one kind of machine.
fn listed(machine: Option<&str>) -> Outcome<Metadata> {
    let mut command = MetadataCommand::new();
    command.current_dir(root()).features(CargoOpt::AllFeatures);
    if let Some(cargo) = env::var_os("CARGO") {
        command.cargo_path(cargo);
    }
    let mut options = vec!["--locked".to_owned()];
    if let Some(machine) = machine {
        options.extend(["--filter-platform".to_owned(), machine.to_owned()]);
    }
    let listed = command.other_options(options).exec();
    listed.map_err(|error| Failure(format!("Listing the packages: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &'static str, terms: &'static str) -> Part<'static> {
        Part {
            name,
            version: "1.0.0".to_owned(),
            terms: Some(terms),
            source: Some(CRATES_IO),
            is_shipped: true,
            is_any_version: false,
        }
    }

    /// What is wrong with this beside what may be twice and is not there.
    fn faults_of(parts: Vec<Part<'static>>) -> Vec<String> {
        let twice = TWO_VERSIONS
            .iter()
            .flat_map(|name| [part(name, "MIT"), part(name, "MIT")]);
        faults(&parts.into_iter().chain(twice).collect::<Vec<_>>())
    }

    #[test]
    fn terms_are_fine_when_one_may_choose_some_that_are() {
        for terms in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR Zlib",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(are_fine(terms, true), "{terms}");
        }
        for terms in [
            "GPL-3.0-only",
            "MIT AND GPL-2.0-only",
            "MPL-2.0",
            "Nonsense",
            "",
        ] {
            assert!(!are_fine(terms, true), "{terms}");
        }
        assert!(are_fine("MPL-2.0", false));
    }

    #[test]
    fn what_breaks_a_rule_is_named() {
        assert!(faults_of(vec![part("one", "MIT")]).is_empty());
        let unknown = Part {
            terms: None,
            ..part("one", "MIT")
        };
        assert!(faults_of(vec![unknown])[0].contains("one 1.0.0 comes under no terms"));
        let elsewhere = Part {
            source: Some("git+https://example.com/one"),
            ..part("one", "MIT")
        };
        assert!(faults_of(vec![elsewhere])[0].contains("example.com"));
        let any = Part {
            is_any_version: true,
            ..part("one", "MIT")
        };
        assert!(faults_of(vec![any])[0].contains("any version"));
        assert!(
            faults_of(vec![part("one", "MIT"), part("one", "MIT")])[0]
                .contains("one in 2 versions")
        );
        let of_tools = |name| Part {
            is_shipped: false,
            ..part(name, "MPL-2.0")
        };
        assert!(faults_of(vec![of_tools("one"), of_tools("one")]).is_empty());
        assert!(
            faults(&[])
                .iter()
                .all(|fault| fault.contains("no longer in the program twice"))
        );
    }
}
