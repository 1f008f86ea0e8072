//! `README.txt`: how to open an archive and how to verify it, for who finds it in ten years.

/// The text, with the archive's period, company and day in it.
pub(super) fn text((company, period, day): (&str, &str, &str), with_inputs: bool) -> String {
    let [zh, en] = match with_inputs {
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
        .replace("{company}", company)
        .replace("{period}", period)
        .replace("{day}", day)
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{source-zh}", zh)
        .replace("{source-en}", en)
}
