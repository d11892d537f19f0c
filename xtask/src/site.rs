//! A small web server for a folder of built files, on this computer only. `cargo xtask serve` shows
//! the app with it; the browser tests put the app under a sub-path with it, and change on the way
//! what a careless host or a damaged file would change.

use crate::headers::{POLICY_HEADER, SECURITY_HEADERS, cache_control, media_type};
use std::{
    fs, io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};
use tiny_http::{Header, Method, Request, Response, Server};

/// Requests answered at the same time. A browser opens at most six connections to one host.
const WORKERS: usize = 6;

/// Changes a file on its way out: gets its name and its bytes, gives the bytes that are sent.
pub type Alteration = Box<dyn Fn(&str, Vec<u8>) -> Vec<u8> + Send + Sync>;

/// A folder, and how it is shown to browsers.
pub struct Site {
    folder: PathBuf,
    base: String,
    headers: Vec<(String, String)>,
    alteration: Option<Alteration>,
}

impl Site {
    /// Serves the files of `folder` at `/` with every security header.
    pub fn new(folder: impl Into<PathBuf>) -> Site {
        Site {
            folder: folder.into(),
            base: "/".to_owned(),
            headers: SECURITY_HEADERS
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            alteration: None,
        }
    }

    /// Puts the site under a path, which begins and ends with `/`: `/crm/`.
    pub fn under(mut self, base: &str) -> Site {
        assert!(
            base.starts_with('/') && base.ends_with('/'),
            "a base path looks like /crm/: {base}"
        );
        self.base = base.to_owned();
        self
    }

    /// Sends another content security policy, or none, as hosts without settings do.
    pub fn policy(mut self, policy: Option<&str>) -> Site {
        self.headers.retain(|(name, _)| name != POLICY_HEADER);
        self.headers
            .extend(policy.map(|policy| (POLICY_HEADER.to_owned(), policy.to_owned())));
        self
    }

    /// Changes files on their way out.
    pub fn altered(mut self, alteration: Alteration) -> Site {
        self.alteration = Some(alteration);
        self
    }

    /// Starts serving on a free port of this computer.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn serve(self) -> io::Result<Serving> {
        self.serve_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?)
    }

    /// Starts serving on a port already taken into use.
    ///
    /// # Errors
    /// When the listener does not work.
    pub fn serve_on(self, listener: TcpListener) -> io::Result<Serving> {
        let address = listener.local_addr()?;
        let server = Arc::new(Server::from_listener(listener, None).map_err(io::Error::other)?);
        let base = self.base.clone();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let site = Arc::new(self);
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, site, requests) = (server.clone(), site.clone(), requests.clone());
                thread::spawn(move || {
                    while let Ok(request) = server.recv() {
                        let line = format!("{} {}", request.method(), request.url());
                        requests
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .push(line);
                        // A browser that went away mid-answer is its own business.
                        let _ = site.answer(request);
                    }
                })
            })
            .collect();
        Ok(Serving {
            address,
            base,
            server,
            requests,
            workers,
        })
    }

    fn answer(&self, request: Request) -> io::Result<()> {
        let (status, name, body) = match (request.method(), self.file_asked_for(request.url())) {
            (Method::Get | Method::Head, Found::File(name, body)) => (200, name, body),
            (Method::Get | Method::Head, Found::Base) => {
                let moved = Response::empty(301).with_header(header("Location", &self.base));
                return request.respond(moved);
            }
            (Method::Get | Method::Head, Found::Nothing) => (
                404,
                "not-found.txt".to_owned(),
                b"There is no such file here.\n".to_vec(),
            ),
            _ => (
                405,
                "not-allowed.txt".to_owned(),
                b"Files can be read here, nothing else.\n".to_vec(),
            ),
        };
        let mut response = Response::from_data(body)
            .with_status_code(status)
            // In one piece with its length, as static hosts send files.
            .with_chunked_threshold(usize::MAX)
            .with_header(header("Content-Type", media_type(&name)))
            .with_header(header("Cache-Control", cache_control(&name)));
        for (name, value) in &self.headers {
            response.add_header(header(name, value));
        }
        request.respond(response)
    }

    fn file_asked_for(&self, url: &str) -> Found {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.base {
            return Found::Base;
        }
        let Some(name) = path.strip_prefix(&self.base) else {
            return Found::Nothing;
        };
        let name = if name.is_empty() { "index.html" } else { name };
        // Built files have plain names; whatever points out of the folder is not one of them.
        if !Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
        {
            return Found::Nothing;
        }
        match fs::read(self.folder.join(name)) {
            Ok(body) => match &self.alteration {
                Some(alter) => Found::File(name.to_owned(), alter(name, body)),
                None => Found::File(name.to_owned(), body),
            },
            Err(_) => Found::Nothing,
        }
    }
}

enum Found {
    File(String, Vec<u8>),
    /// The base path without its last slash: sent on, as hosts do, so that relative addresses fit.
    Base,
    Nothing,
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| panic!("not a header: {name}: {value}"))
}

/// A site being served, until it is dropped.
pub struct Serving {
    address: SocketAddr,
    base: String,
    server: Arc<Server>,
    requests: Arc<Mutex<Vec<String>>>,
    workers: Vec<JoinHandle<()>>,
}

impl Serving {
    /// Where the site is: `http://127.0.0.1:8080/crm/`.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.base)
    }

    /// The site's origin: `http://127.0.0.1:8080`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What has been asked for so far, oldest first, as `GET /crm/index.html`.
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            // A worker that panicked has said so; stopping is all that is left to do here.
            let _ = worker.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    /// The answer to one request line, headers and body together.
    fn ask(serving: &Serving, request: &str) -> String {
        let mut stream = TcpStream::connect(serving.address).expect("the site answers");
        write!(
            stream,
            "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("read");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn this_folder() -> Site {
        Site::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).under("/crm/")
    }

    #[test]
    fn files_come_with_every_security_header_and_their_own_type() {
        let serving = this_folder().serve().expect("a free port");
        let answer = ask(&serving, "GET /crm/lib.rs?fresh");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        for (name, value) in SECURITY_HEADERS {
            assert!(
                answer.contains(&format!("{name}: {value}\r\n")),
                "{name} is missing in\n{answer}"
            );
        }
        assert!(
            answer.contains("Content-Type: application/octet-stream\r\n"),
            "{answer}"
        );
        assert_eq!(serving.requests(), ["GET /crm/lib.rs?fresh"]);
    }

    #[test]
    fn nothing_outside_the_folder_is_sent_and_nothing_is_accepted() {
        let serving = this_folder().serve().expect("a free port");
        for path in [
            "/lib.rs",
            "/crm/../Cargo.toml",
            "/crm//etc/passwd",
            "/crm/none",
            "/crmlib.rs",
        ] {
            let answer = ask(&serving, &format!("GET {path}"));
            assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        }
        let answer = ask(&serving, "POST /crm/lib.rs");
        assert!(answer.starts_with("HTTP/1.1 405"), "{answer}");
        let answer = ask(&serving, "GET /crm");
        assert!(
            answer.starts_with("HTTP/1.1 301") && answer.contains("Location: /crm/\r\n"),
            "{answer}"
        );
    }

    #[test]
    fn a_test_can_take_the_policy_away_and_damage_a_file() {
        let site = this_folder()
            .policy(None)
            .altered(Box::new(|name, _| name.as_bytes().to_vec()));
        let serving = site.serve().expect("a free port");
        let answer = ask(&serving, "GET /crm/lib.rs");
        assert!(!answer.contains(POLICY_HEADER), "{answer}");
        assert!(answer.ends_with("\r\n\r\nlib.rs"), "{answer}");
    }
}
