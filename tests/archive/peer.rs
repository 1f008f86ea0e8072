//! bagit in Python finds whole what we find whole, and damaged what we find damaged.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::bag::{FILES, check, faults, put, write};

/// Whether the peer finds a bag whole.
fn peer(python: &str, bag: &Path) -> bool {
    let mut command = Command::new(python);
    command.args(["-m", "bagit", "--validate", "--quiet"]).arg(bag);
    command.status().unwrap().success()
}

#[test]
#[ignore = "needs bagit in Python: OPSREPORT_BAGIT names the python that has it"]
fn another_tool_agrees_on_good_and_damaged_bags() {
    let python = std::env::var("OPSREPORT_BAGIT").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let bag = folder.path().join("bag");
    write(&bag, FILES, "Source-Organization: 霧石茶具\n");
    assert_eq!(faults(&check(&bag)), Vec::<String>::new());
    assert!(peer(&python, &bag));
    let own = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"];
    let filled = FILES.iter().filter(|(_, text)| !text.is_empty()).map(|(path, _)| *path);
    for name in own.into_iter().chain(filled) {
        let good = fs::read(bag.join(name)).unwrap();
        for at in [0, good.len() / 2, good.len() - 2] {
            let mut bytes = good.clone();
            bytes[at] ^= 1;
            put(&bag, name, &bytes);
            assert!(!check(&bag).faults.is_empty() && !peer(&python, &bag), "{name} at {at}");
        }
        fs::remove_file(bag.join(name)).unwrap();
        assert!(!check(&bag).faults.is_empty(), "{name}");
        // The list of lists is optional for the peer, for us it is not: the chain stands on it.
        assert!(!peer(&python, &bag) || name == "tagmanifest-sha256.txt", "{name}");
        put(&bag, name, &good);
    }
    put(&bag, "data/more.txt", b"");
    assert!(!check(&bag).faults.is_empty() && !peer(&python, &bag));
}
