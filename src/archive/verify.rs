//! Whether a bag or a published site is what its lists say: every file, by its name.
//!
//! Files are hashed as they stream by, so that none has to fit into memory; lists are read up to a limit. Names in
//! lists are plain ([`crate::bag::is_plain`]) or the list is refused, and sources open nothing outside themselves.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};

use super::Fault;
use crate::bag::{BAGIT, Hash, INFO, Info, MANIFEST, Manifest, PAYLOAD, Source, TAG_MANIFEST, root};
use crate::world::reason;

/// How large a list of files may be, in bytes: some 600 000 lines.
const LIST_LIMIT: u64 = 64 << 20;
/// How large another file that describes a bag may be, in bytes.
const TAG_LIMIT: u64 = 1 << 20;

/// What was found of a bag or a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The hash that stands for all of it: of the list that leads to every other hash. Nothing when it is not there.
    pub root: Option<Hash>,
    /// What a bag says of itself; empty for a site.
    pub info: Info,
    /// How many files were listed and read.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Everything that is not as it was.
    pub faults: Vec<Fault>,
}

/// Proves a bag.
///
/// # Errors
/// When its files cannot be listed at all.
pub fn verify_bag(source: &mut dyn Source) -> io::Result<Checked> {
    let names = source.names()?;
    let mut check = Check { source, names, checked: Checked::default(), payload: (0, 0) };
    check.declaration();
    let tags = check.list(TAG_MANIFEST, |path| !path.starts_with(PAYLOAD) && path != TAG_MANIFEST);
    let payload = check.list(MANIFEST, |path| path.starts_with(PAYLOAD));
    check.info();
    if let Some(tags) = &tags {
        check.against(tags, TAG_MANIFEST);
        check.unlisted(tags, |path| !path.starts_with(PAYLOAD) && path != TAG_MANIFEST);
    }
    if let Some(payload) = &payload {
        check.against(payload, MANIFEST);
        check.unlisted(payload, |path| path.starts_with(PAYLOAD));
        check.size();
    }
    Ok(check.end())
}

/// Proves a published site.
///
/// # Errors
/// When its files cannot be listed at all.
pub fn verify_site(source: &mut dyn Source) -> io::Result<Checked> {
    let names = source.names()?;
    let mut check = Check { source, names, checked: Checked::default(), payload: (0, 0) };
    if let Some(list) = check.list(MANIFEST, |path| path != MANIFEST) {
        check.checked.root = Some(Hash::of(list.text().as_bytes()));
        check.against(&list, MANIFEST);
        check.unlisted(&list, |path| path != MANIFEST);
    }
    Ok(check.end())
}

struct Check<'a> {
    source: &'a mut dyn Source,
    /// All files, in byte order.
    names: Vec<String>,
    checked: Checked,
    /// Bytes and files of the payload.
    payload: (u64, usize),
}

impl Check<'_> {
    fn end(mut self) -> Checked {
        let key = |fault: &Fault| (fault.file().map(str::to_owned), fault.word());
        self.checked.faults.sort_by_key(key);
        self.checked.faults.dedup_by_key(|fault| key(fault));
        self.checked
    }

    fn fault(&mut self, fault: Fault) {
        self.checked.faults.push(fault);
    }

    /// Whether `bagit.txt` says that this is a bag, in UTF-8.
    fn declaration(&mut self) {
        let text = self.text(BAGIT, BAGIT, TAG_LIMIT);
        let lines: Vec<&str> = text.iter().flat_map(|text| text.lines()).collect();
        let declared = match lines.as_slice() {
            [version, encoding] => {
                version.starts_with("BagIt-Version: ") && *encoding == "Tag-File-Character-Encoding: UTF-8"
            }
            _ => false,
        };
        if text.is_some() && !declared {
            self.fault(Fault::Undeclared);
        }
    }

    fn info(&mut self) {
        if !self.has(INFO) {
            return;
        }
        let text = self.text(INFO, TAG_MANIFEST, TAG_LIMIT);
        self.checked.info = text.and_then(|text| Info::parse(&text)).unwrap_or_default();
    }

    /// A list, when it is there and every line of it is one and names a file of its kind.
    fn list(&mut self, file: &'static str, of_kind: impl Fn(&str) -> bool) -> Option<Manifest> {
        let text = self.text(file, file, LIST_LIMIT)?;
        if file == TAG_MANIFEST {
            self.checked.root = Some(root(text.as_bytes()));
        }
        match Manifest::parse(&text) {
            Err(fault) => {
                self.fault(Fault::Line { file, line: fault.line });
                None
            }
            Ok(list) => {
                // The lines stand in byte order or not: the one that is meant is found by its name.
                let stray = list.iter().find(|(path, _)| !of_kind(path)).map(|(path, _)| path.to_owned());
                let Some(stray) = stray else { return Some(list) };
                let line = text.lines().position(|line| line.ends_with(&stray)).map_or(1, |at| at + 1);
                self.fault(Fault::Line { file, line });
                None
            }
        }
    }

    /// The text of a small file; a fault when it is not there, too large or no text.
    fn text(&mut self, file: &str, list: &'static str, limit: u64) -> Option<String> {
        match self
            .source
            .read(file, limit)
            .and_then(|bytes| String::from_utf8(bytes).map_err(io::Error::other))
        {
            Ok(text) => Some(text),
            Err(error) => {
                self.refused(file, list, &error);
                None
            }
        }
    }

    fn refused(&mut self, file: &str, list: &'static str, error: &io::Error) {
        let file = file.to_owned();
        match error.kind() {
            ErrorKind::NotFound => self.fault(Fault::Missing { file, list }),
            _ => self.fault(Fault::Unreadable { file, reason: reason(error) }),
        }
    }

    /// Every file that a list names.
    fn against(&mut self, list: &Manifest, name: &'static str) {
        for (file, hash) in list.iter() {
            let found = self.source.open(file).and_then(Hash::of_stream);
            match found {
                Err(error) => self.refused(file, name, &error),
                Ok((found, bytes)) => {
                    self.checked.files += 1;
                    self.checked.bytes += bytes;
                    if file.starts_with(PAYLOAD) {
                        self.payload = (self.payload.0 + bytes, self.payload.1 + 1);
                    }
                    if found != hash {
                        self.fault(Fault::Changed { file: file.to_owned(), list: name });
                    }
                }
            }
        }
    }

    /// Every file that should be in a list and is not.
    fn unlisted(&mut self, list: &Manifest, of_kind: impl Fn(&str) -> bool) {
        let listed: BTreeSet<&str> = list.iter().map(|(path, _)| path).collect();
        let added = self.names.iter().filter(|name| of_kind(name) && !listed.contains(name.as_str()));
        let faults: Vec<Fault> = added.map(|file| Fault::Added { file: file.clone() }).collect();
        self.checked.faults.extend(faults);
    }

    /// Whether the payload is of the size that the bag says.
    fn size(&mut self) {
        let found = format!("{}.{}", self.payload.0, self.payload.1);
        if let Some(said) = self.checked.info.get("Payload-Oxum").filter(|said| *said != found) {
            let said = said.to_owned();
            self.fault(Fault::Size { said, found });
        }
    }

    fn has(&self, file: &str) -> bool {
        self.names.iter().any(|name| name == file)
    }
}
