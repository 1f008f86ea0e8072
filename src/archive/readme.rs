//! `README.txt`: how to open an archive and how to verify it, for who finds it in ten years.

use super::Request;

/// The text, with the archive's period, company and day in it.
pub(super) fn text((company, period, day): (&str, &str, &str), request: &Request) -> String {
    let paper =
        |line: &str| if request.reading { format!("  reading/         {line}\n") } else { String::new() };
    let [zh, en] = match request.with_inputs {
        true => [
            "當時讀進來的原始檔案，原本的路徑寫在 provenance.json",
            "the inputs as they were read; provenance.json has their paths",
        ],
        false => [
            "人寫的檔案；報表只在 provenance.json 留雜湊值",
            "what people wrote; of reports, provenance.json has the hashes",
        ],
    };
    include_str!("readme.txt")
        .replace("{reading-zh}\n", &paper("紙本閱讀的 PDF；report.typ 是它的來源"))
        .replace("{reading-en}\n", &paper("a PDF to read on paper; report.typ is what it was set from"))
        .replace("{company}", company)
        .replace("{period}", period)
        .replace("{day}", day)
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{source-zh}", zh)
        .replace("{source-en}", en)
}
