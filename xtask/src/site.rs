//! A small web server for a folder of built files, on this computer only. `cargo xtask serve` shows
//! the app with it; the browser tests put the app under a sub-path with it, and change on the way
//! what a careless host or a damaged file would change.

use crate::headers::{POLICY_HEADER, SECURITY_HEADERS, cache_control, media_type};
use crate::offline::{self, NO_WORKER, PAGE, WORKER};
use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// A request's head must fit into this; a browser's takes about half a kilobyte.
const LONGEST_HEAD: usize = 16 * 1024;
/// Header lines in such a head.
const MOST_HEADERS: usize = 100;
/// How long a connection may stay silent. Browsers open some in advance and never use them.
const SILENCE: Duration = Duration::from_secs(30);

/// Changes a file on its way out: gets its name and its bytes, gives the bytes that are sent.
pub type Alteration = Box<dyn Fn(&str, Vec<u8>) -> Vec<u8> + Send + Sync>;

/// What a file that lies in no folder holds at the moment.
pub type Content = Box<dyn Fn() -> Vec<u8> + Send + Sync>;

/// A folder, and how it is shown to browsers.
pub struct Site {
    folder: Arc<Mutex<PathBuf>>,
    has_worker: bool,
    base: String,
    headers: Vec<(String, String)>,
    alterations: Vec<Alteration>,
    added: Vec<(String, Content)>,
    /// Files as they are sent packed.
    packed: BTreeMap<PathBuf, Vec<u8>>,
}

impl Site {
    /// Serves the files of `folder` at `/` with every security header.
    pub fn new(folder: impl Into<PathBuf>) -> Site {
        Site {
            folder: Arc::new(Mutex::new(folder.into())),
            has_worker: true,
            base: "/".to_owned(),
            headers: SECURITY_HEADERS
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            alterations: Vec::new(),
            added: Vec::new(),
            packed: BTreeMap::new(),
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

    /// Hides the service worker: every reload then shows the files as they are. Who has one from before
    /// gets rid of it.
    pub fn without_worker(mut self) -> Site {
        self.has_worker = false;
        self
    }

    /// Changes files on their way out, after what was to change them before.
    pub fn altered(mut self, alteration: Alteration) -> Site {
        self.alterations.push(alteration);
        self
    }

    /// Serves a file that is not in the folder.
    pub fn with_file(mut self, name: &str, content: Content) -> Site {
        self.added.push((name.to_owned(), content));
        self
    }

    /// Sends these files packed with brotli, as good hosts do and every browser takes them; those that are
    /// changed on their way out as they are. What [`packing::folder`](crate::packing::folder) gives.
    pub fn packed(mut self, files: BTreeMap<PathBuf, Vec<u8>>) -> Site {
        self.packed = files;
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
        let base = self.base.clone();
        let stopped = Arc::new(AtomicBool::new(false));
        let silent = Arc::new(AtomicBool::new(false));
        let folder = self.folder.clone();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let site = Arc::new(self);
        let acceptor = thread::spawn({
            let (stopped, silent) = (stopped.clone(), silent.clone());
            let requests = requests.clone();
            move || {
                for connection in listener.incoming() {
                    if stopped.load(Ordering::Acquire) {
                        break;
                    }
                    if silent.load(Ordering::Acquire) {
                        continue;
                    }
                    let (site, requests) = (site.clone(), requests.clone());
                    // A browser that goes away in the middle is its own business.
                    thread::spawn(move || {
                        connection.and_then(|connection| site.attend(connection, &requests))
                    });
                }
            }
        });
        Ok(Serving {
            address,
            base,
            folder,
            stopped,
            silent,
            requests,
            acceptor: Some(acceptor),
        })
    }

    /// Answers the one request of a connection. Each closes its connection: nothing is in flight when
    /// the site stops, and on one computer a connection costs nothing.
    fn attend(&self, mut connection: TcpStream, requests: &Mutex<Vec<String>>) -> io::Result<()> {
        connection.set_read_timeout(Some(SILENCE))?;
        connection.set_write_timeout(Some(SILENCE))?;
        let answer = match read_head(&mut connection)? {
            Head::Request { method, target } => {
                lock(requests).push(format!("{method} {target}"));
                self.answer(&method, &target)
            }
            Head::Silence => return Ok(()),
            Head::Nonsense => Answer::of_text("400 Bad Request", "That is not a request.\n"),
        };
        let mut bytes = format!("HTTP/1.1 {}\r\nConnection: close\r\n", answer.status).into_bytes();
        for (name, value) in answer.headers.iter().chain(&self.headers) {
            write!(bytes, "{name}: {value}\r\n")?;
        }
        write!(bytes, "Content-Length: {}\r\n\r\n", answer.body.len())?;
        if !answer.without_body {
            bytes.extend(answer.body);
        }
        connection.write_all(&bytes)
    }

    fn answer(&self, method: &str, target: &str) -> Answer {
        if !matches!(method, "GET" | "HEAD") {
            let mut answer = Answer::of_text(
                "405 Method Not Allowed",
                "Files can be read here, nothing else.\n",
            );
            answer
                .headers
                .push(("Allow".to_owned(), "GET, HEAD".to_owned()));
            return answer;
        }
        let mut answer = match self.file_asked_for(target) {
            Found::File(name, body) => self.file_answer(&name, body),
            Found::Nothing => Answer::of_text("404 Not Found", "There is no such file here.\n"),
            Found::Base => {
                let mut answer = Answer::of_text("301 Moved Permanently", "");
                answer
                    .headers
                    .push(("Location".to_owned(), self.base.clone()));
                answer
            }
        };
        answer.without_body = method == "HEAD";
        answer
    }

    fn file_answer(&self, name: &str, body: Vec<u8>) -> Answer {
        let is_as_built =
            self.alterations.is_empty() && (self.has_worker || name != WORKER && name != PAGE);
        let file = lock(&self.folder).join(name);
        match self.packed.get(&file).filter(|_| is_as_built) {
            None => Answer::of_file("200 OK", name, body),
            Some(packed) => {
                let mut answer = Answer::of_file("200 OK", name, packed.clone());
                let encoding = ("Content-Encoding".to_owned(), "br".to_owned());
                answer.headers.push(encoding);
                answer
            }
        }
    }

    fn as_shown(&self, name: &str, body: Vec<u8>) -> Vec<u8> {
        match name {
            PAGE if !self.has_worker => {
                offline::without(&String::from_utf8_lossy(&body)).into_bytes()
            }
            WORKER if !self.has_worker => NO_WORKER.as_bytes().to_vec(),
            _ => body,
        }
    }

    fn file_asked_for(&self, url: &str) -> Found {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.base {
            return Found::Base;
        }
        let Some(name) = path.strip_prefix(&self.base) else {
            return Found::Nothing;
        };
        let name = if name.is_empty() { PAGE } else { name };
        // Built files have plain names; whatever points out of the folder is not one of them.
        if !Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
        {
            return Found::Nothing;
        }
        if let Some((_, content)) = self.added.iter().find(|(added, _)| added == name) {
            return Found::File(name.to_owned(), content());
        }
        let folder = lock(&self.folder).clone();
        match fs::read(folder.join(name)).map(|body| self.as_shown(name, body)) {
            Ok(body) => {
                let alterations = self.alterations.iter();
                let body = alterations.fold(body, |body, alter| alter(name, body));
                Found::File(name.to_owned(), body)
            }
            Err(_) => Found::Nothing,
        }
    }
}

/// What was locked by somebody who panicked is as it was: both are set in one step.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

enum Found {
    File(String, Vec<u8>),
    /// The base path without its last slash: sent on, as hosts do, so that relative addresses fit.
    Base,
    Nothing,
}

struct Answer {
    status: &'static str,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    /// Only tells how long the body would be.
    without_body: bool,
}

impl Answer {
    fn of_file(status: &'static str, name: &str, body: Vec<u8>) -> Answer {
        let headers = [
            ("Content-Type", media_type(name)),
            ("Cache-Control", cache_control(name)),
        ];
        let headers = headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        Answer {
            status,
            headers,
            body,
            without_body: false,
        }
    }

    fn of_text(status: &'static str, text: &str) -> Answer {
        Answer::of_file(status, "answer.txt", text.as_bytes().to_vec())
    }
}

/// What a connection begins with.
enum Head {
    Request {
        method: String,
        target: String,
    },
    /// It was closed again without a word.
    Silence,
    Nonsense,
}

fn read_head(connection: &mut impl Read) -> io::Result<Head> {
    let mut bytes = Vec::new();
    let mut piece = [0; 1024];
    while bytes.len() < LONGEST_HEAD {
        let n = connection.read(&mut piece)?;
        if n == 0 {
            return Ok(if bytes.is_empty() {
                Head::Silence
            } else {
                Head::Nonsense
            });
        }
        bytes.extend_from_slice(&piece[..n]);
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&bytes) {
            Ok(httparse::Status::Partial) => {}
            Ok(httparse::Status::Complete(_)) => {
                let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
                return Ok(Head::Request {
                    method: text(request.method),
                    target: text(request.path),
                });
            }
            Err(_) => return Ok(Head::Nonsense),
        }
    }
    Ok(Head::Nonsense)
}

/// A site being served, until it is dropped.
pub struct Serving {
    address: SocketAddr,
    base: String,
    folder: Arc<Mutex<PathBuf>>,
    stopped: Arc<AtomicBool>,
    silent: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<String>>>,
    acceptor: Option<JoinHandle<()>>,
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
        lock(&self.requests).clone()
    }

    /// Shows another folder from now on, as when a new version is put on a host.
    pub fn show(&self, folder: impl Into<PathBuf>) {
        *lock(&self.folder) = folder.into();
    }

    /// The network is gone, or there again: while it is gone every connection ends without an answer.
    pub fn set_reachable(&self, reachable: bool) {
        self.silent.store(!reachable, Ordering::Release);
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // Wakes the acceptor, which then closes the port.
        let _ = TcpStream::connect(self.address);
        if let Some(acceptor) = self.acceptor.take() {
            // If it panicked it has said so; stopping is all that is left to do here.
            let _ = acceptor.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    /// The answer to one request line, headers and body together.
    fn ask(serving: &Serving, request: &str) -> String {
        let mut stream = TcpStream::connect(serving.address).expect("the site answers");
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
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
    fn what_is_no_request_is_refused_and_a_stopped_site_is_gone() {
        let serving = this_folder().serve().expect("a free port");
        assert!(ask(&serving, "\0").starts_with("HTTP/1.1 400"));
        let head = ask(&serving, "HEAD /crm/lib.rs");
        assert!(
            head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"),
            "{head}"
        );
        let address = serving.address;
        drop(serving);
        assert!(TcpStream::connect(address).is_err());
    }

    #[test]
    fn a_test_can_take_the_policy_away_and_damage_and_add_files() {
        let site = this_folder()
            .policy(None)
            .altered(Box::new(|name, _| name.as_bytes().to_vec()))
            .altered(Box::new(|_, body| [body, b", twice".to_vec()].concat()))
            .with_file("added.js", Box::new(|| b"added".to_vec()));
        let serving = site.serve().expect("a free port");
        let answer = ask(&serving, "GET /crm/lib.rs");
        assert!(!answer.contains(POLICY_HEADER), "{answer}");
        assert!(answer.ends_with("\r\n\r\nlib.rs, twice"), "{answer}");
        let answer = ask(&serving, "GET /crm/added.js");
        assert!(answer.ends_with("\r\n\r\nadded"), "{answer}");
    }

    #[test]
    fn a_packed_file_says_so_and_one_that_is_changed_on_its_way_is_not_packed() {
        let packed = || {
            let site = this_folder();
            let files = crate::packing::folder(&lock(&site.folder));
            site.packed(files.expect("files that can be read"))
        };
        let answer = ask(&packed().serve().expect("a free port"), "GET /crm/site.rs");
        assert!(answer.contains("Content-Encoding: br\r\n"), "{answer}");
        assert!(!answer.contains("A small web server"), "{answer}");
        let altered = packed().altered(Box::new(|_, _| b"altered".to_vec()));
        let answer = ask(&altered.serve().expect("a free port"), "GET /crm/site.rs");
        assert!(answer.ends_with("\r\n\r\naltered"), "{answer}");
        assert!(!answer.contains("Content-Encoding"), "{answer}");
    }

    #[test]
    fn a_test_can_hide_the_worker_show_another_version_and_cut_the_network() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let serving = Site::new(root)
            .without_worker()
            .serve()
            .expect("a free port");
        serving.show(format!("{root}/src/assets"));
        let worker = ask(&serving, &format!("GET /{WORKER}"));
        assert!(
            worker.contains("unregister") && !worker.contains("VERSION"),
            "{worker}"
        );
        serving.set_reachable(false);
        let mut answer = Vec::new();
        let mut stream = TcpStream::connect(serving.address).expect("a connection");
        // It ends without a word, sooner or later.
        let _ = stream.read_to_end(&mut answer);
        assert_eq!(answer, b"");
        serving.set_reachable(true);
        assert!(ask(&serving, "GET /boot.js").starts_with("HTTP/1.1 200"));
    }
}
