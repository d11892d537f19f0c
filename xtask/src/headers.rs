//! The headers that a host should send with Lokikirja's files. README.md lists them for people who
//! set up a host, docs/hosting.md as recipes, and index.html repeats the policy for hosts that cannot send
//! any; tests at the end of this file hold them together.

/// What a page of Lokikirja may load and run: its own files, and nothing inline.
///
/// `'wasm-unsafe-eval'` is what lets WebAssembly compile; it allows no JavaScript `eval`. Pictures may
/// also come from `data:` and `blob:`, which is how attachments held in the browser are shown.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
     manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'";

/// The name of the header that carries [`CONTENT_SECURITY_POLICY`].
pub const POLICY_HEADER: &str = "Content-Security-Policy";

/// Every header that goes with every file, as (name, value).
pub const SECURITY_HEADERS: [(&str, &str); 4] = [
    (POLICY_HEADER, CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// The media type of a file, by the ending of its name.
///
/// Browsers compile WebAssembly while it downloads only if it comes as `application/wasm`.
pub fn media_type(file_name: &str) -> &'static str {
    match file_name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// How long a browser may keep a file without asking again.
///
/// A file with the hash of its content in its name never changes. The page and the service worker
/// keep their names when they change, and an old one kept by mistake would bring back an old version.
pub fn cache_control(file_name: &str) -> &'static str {
    if has_content_hash(file_name) {
        "public, max-age=31536000, immutable"
    } else if file_name.ends_with(".html") || file_name == "sw.js" {
        "no-store"
    } else {
        "no-cache"
    }
}

/// Whether trunk put a content hash in this name: `boot-9de3f06ba4994690.js`. It writes 64 bits
/// without leading zeros, so now and then a digit or two are missing.
fn has_content_hash(file_name: &str) -> bool {
    let stem = file_name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        (12..=16).contains(&hash.len()) && hash.bytes().all(|b| b.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    fn repository_file(name: &str) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    /// `frame-ancestors` counts in a header only; browsers complain about it in a page.
    #[test]
    fn the_page_carries_the_same_policy_as_the_header() {
        let in_page = CONTENT_SECURITY_POLICY.replace("; frame-ancestors 'none'", "");
        let meta = format!(r#"<meta http-equiv="{POLICY_HEADER}" content="{in_page}">"#);
        assert!(
            repository_file("index.html").contains(&meta),
            "index.html should hold\n{meta}"
        );
    }

    #[test]
    fn the_readme_tells_hosts_every_header() {
        let readme = repository_file("README.md");
        for (name, value) in SECURITY_HEADERS {
            let line = format!("{name}: {value}");
            assert!(
                readme.contains(&line),
                "README.md should hold the line\n{line}"
            );
        }
    }

    /// As nginx, Apache and a file called `_headers` write them.
    #[test]
    fn each_recipe_for_a_host_sends_every_header() {
        let recipes = repository_file("docs/hosting.md");
        for (name, value) in SECURITY_HEADERS {
            for line in [
                format!("    add_header {name} \"{value}\" always;\n"),
                format!("Header always set {name} \"{value}\"\n"),
                format!("  {name}: {value}\n"),
            ] {
                assert!(
                    recipes.contains(&line),
                    "docs/hosting.md should hold the line\n{line}"
                );
            }
        }
    }

    #[test]
    fn only_files_named_after_their_content_are_kept_without_asking() {
        for name in [
            "boot-9de3f06ba4994690.js",
            "lokikirja-2cdf58f97a8ab608_bg.wasm",
        ] {
            assert_eq!(
                cache_control(name),
                "public, max-age=31536000, immutable",
                "{name}"
            );
        }
        for name in ["index.html", "404.html", "sw.js"] {
            assert_eq!(cache_control(name), "no-store", "{name}");
        }
        for name in [
            "boot.js",
            "robots.txt",
            "a-9de3f06.js",
            "a-ze3f06ba49946900.js",
        ] {
            assert_eq!(cache_control(name), "no-cache", "{name}");
        }
    }

    #[test]
    fn webassembly_comes_under_its_own_media_type() {
        assert_eq!(
            media_type("lokikirja-2cdf58f97a8ab608_bg.wasm"),
            "application/wasm"
        );
        assert_eq!(media_type("no-ending"), "application/octet-stream");
    }
}
