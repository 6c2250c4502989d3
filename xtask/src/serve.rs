//! A small server of static files on 127.0.0.1.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};

/// How many ports after the asked one are tried.
const TRIES: u16 = 100;
const LONGEST_REQUEST: u64 = 16 * 1024;

/// A folder on a port.
pub(crate) struct Server {
    folder: Arc<Path>,
    listener: TcpListener,
}

impl Server {
    /// Listens on the port, or the next free one; 0 takes any.
    pub(crate) fn bind(folder: &Path, port: u16) -> Result<Self> {
        let listener = (port..=port.saturating_add(TRIES))
            .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
            .with_context(|| format!("no free port from {port} on; choose one with --port"))?;
        Ok(Self { folder: folder.into(), listener })
    }

    /// Where it is reached.
    pub(crate) fn address(&self) -> String {
        let port = self.listener.local_addr().map_or(0, |address| address.port());
        format!("http://127.0.0.1:{port}/")
    }

    /// Serves until the process ends.
    pub(crate) fn run(self) -> Result<()> {
        for stream in self.listener.incoming() {
            let folder = Arc::clone(&self.folder);
            // A visitor who hangs up is no reason to stop.
            if let Ok(stream) = stream {
                std::thread::spawn(move || answer(stream, &folder));
            }
        }
        Ok(())
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut request = BufReader::new(stream.try_clone()?.take(LONGEST_REQUEST));
    let mut first = String::new();
    request.read_line(&mut first)?;
    // The rest of the request says nothing that matters, but must be read before the connection is closed.
    let mut line = String::new();
    while request.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = first.split(' ');
    let (status, kind, body) = match (words.next(), words.next()) {
        (Some("GET" | "HEAD"), Some(target)) => match find(folder, target) {
            Some(file) => ("200 OK", content_type(&file), fs::read(&file)?),
            None => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        },
        _ => ("405 Method Not Allowed", "text/plain", b"only GET\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len(),
    )?;
    if !first.starts_with("HEAD") {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file of a request's target; nothing outside the folder, whatever is asked for.
fn find(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '%']);
    let file = folder.join(path);
    (path.split('/').all(plain) && file.is_file()).then_some(file)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> PathBuf {
        crate::project::root().join("xtask")
    }

    #[test]
    fn only_files_of_the_folder_are_found() {
        assert_eq!(find(&here(), "/src/main.rs?v=1"), Some(here().join("src/main.rs")));
        for target in ["/", "/src", "/../Cargo.toml", "/src/../Cargo.toml", "//etc/passwd", "/%2e%2e/Cargo.toml", "x"] {
            assert_eq!(find(&here(), target), None, "{target}");
        }
    }

    #[test]
    fn a_taken_port_gives_the_next() -> Result<()> {
        let first = Server::bind(&here(), 0)?;
        let port = first.listener.local_addr()?.port();
        let second = Server::bind(&here(), port)?;
        assert_ne!(first.address(), second.address());
        Ok(())
    }

    #[test]
    fn it_answers() -> Result<()> {
        let server = Server::bind(&here(), 0)?;
        let address = server.listener.local_addr()?;
        std::thread::spawn(move || server.run());
        let ask = |request: &str| -> Result<String> {
            let mut stream = TcpStream::connect(address)?;
            stream.write_all(request.as_bytes())?;
            let mut text = String::new();
            stream.read_to_string(&mut text)?;
            Ok(text)
        };
        let found = ask("GET /Cargo.toml HTTP/1.1\r\nHost: x\r\n\r\n")?;
        assert!(found.starts_with("HTTP/1.1 200") && found.contains("name = \"xtask\""), "{found}");
        assert!(ask("GET /none HTTP/1.1\r\n\r\n")?.starts_with("HTTP/1.1 404"));
        assert!(ask("POST / HTTP/1.1\r\n\r\n")?.starts_with("HTTP/1.1 405"));
        Ok(())
    }
}
