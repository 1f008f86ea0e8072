//! The target `paths`; its body is in src/.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| opsreport_fuzz::paths(data));
