//! Message files that users override: they fill, or they are refused.

use opsreport::locale::Locale;
use opsreport::quantity::Lang;

/// A message file.
pub fn words(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let Ok(locale) = Locale::new(&Lang::new("en"), [text]) else { return };
    for line in text.lines().take(64) {
        let key = line.split([' ', '=']).next().unwrap_or_default();
        let _ = (locale.has(key), locale.text(key), locale.fill(key, &[("name", "<b>".into())]));
    }
}
