//! One style sheet for a release. In the repository and while developing each layer is a file of its
//! own; over a slow network every file costs a round trip, so their built forms are joined.

use super::{Failure, Outcome};
use std::{fs, path::Path};
use xtask::digest::{integrity, short};

/// Joins the style sheets for all media in a built folder, in their order, and points the page to the
/// one file, named and secured by its hash as trunk does it.
///
/// # Errors
/// When a file cannot be read or written.
pub fn join(folder: &Path) -> Outcome {
    let page_file = folder.join("index.html");
    let page =
        fs::read_to_string(&page_file).map_err(Failure::while_doing("Reading index.html"))?;
    let sheets = sheets_for_all_media(&page);
    let mut joined = String::new();
    for (_, name) in &sheets {
        let file = folder.join(name);
        joined.push_str(&fs::read_to_string(&file).map_err(Failure::while_doing(name))?);
        joined.push('\n');
        fs::remove_file(&file).map_err(Failure::while_doing(name))?;
    }
    let name = format!("styles-{}.css", short(&joined));
    fs::write(folder.join(&name), &joined).map_err(Failure::while_doing(&name))?;
    let link = format!(
        r#"<link rel="stylesheet" href="./{name}" integrity="{}">"#,
        integrity(&joined)
    );
    let tags: Vec<&str> = sheets.iter().map(|(tag, _)| *tag).collect();
    fs::write(&page_file, replaced(&page, &tags, &link))
        .map_err(Failure::while_doing("Writing index.html"))
}

/// The page with the first of the tags replaced and the others removed.
fn replaced(page: &str, tags: &[&str], link: &str) -> String {
    let mut page = page.to_owned();
    for (index, tag) in tags.iter().enumerate() {
        page = page.replacen(tag, if index == 0 { link } else { "" }, 1);
    }
    page
}

/// Tag and file name of each style sheet that is for all media, in the order of the page.
fn sheets_for_all_media(page: &str) -> Vec<(&str, &str)> {
    let starts = page.match_indices("<link ").map(|(start, _)| start);
    let tags = starts.filter_map(|start| Some(&page[start..=start + page[start..].find('>')?]));
    let sheets = tags.filter(|tag| {
        attribute(tag, "rel") == Some("stylesheet") && attribute(tag, "media").is_none()
    });
    sheets
        .filter_map(|tag| Some((tag, attribute(tag, "href")?.trim_start_matches("./"))))
        .collect()
}

/// The value of an attribute of a tag, which trunk writes in quotation marks.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    Some(tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel="icon" href="./i.svg"/><link rel="stylesheet" href="./a.css" integrity="x"/><link rel="stylesheet" href="./b.css"><link rel="stylesheet" href="./p.css" media="print"/>"#;

    #[test]
    fn sheets_for_all_media_are_found_in_their_order_and_others_stay() {
        let sheets = sheets_for_all_media(PAGE);
        let names: Vec<_> = sheets.iter().map(|(_, name)| *name).collect();
        assert_eq!(names, ["a.css", "b.css"]);
        let tags: Vec<_> = sheets.iter().map(|(tag, _)| *tag).collect();
        let page = replaced(PAGE, &tags, "<link one>");
        let expected = r#"<link rel="icon" href="./i.svg"/><link one><link rel="stylesheet" href="./p.css" media="print"/>"#;
        assert_eq!(page, expected);
    }
}
