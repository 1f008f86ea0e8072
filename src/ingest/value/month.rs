//! Names of months in the languages of the exports, whole and short.

/// January to December in English, German, French, Italian, Spanish, Portuguese, Dutch, Swedish, Polish (also
/// as said in dates) and Turkish; small letters, without the dot of an abbreviation.
const NAMES: [&str; 12] = [
    "jan january januar jänner janvier janv gennaio gen enero ene janeiro januari styczeń stycznia sty ocak oca",
    "feb february februar février févr fév febbraio febrero fevereiro fev februari luty lutego lut şubat şub",
    "mar march märz mär mrz mars marzo março maart mrt marzec marca mart",
    "apr april avril avr aprile abril abr kwiecień kwietnia kwi nisan nis",
    "may mai maggio mag mayo maio mei maj maja mayıs",
    "jun june juni juin giugno giu junio junho czerwiec czerwca cze haziran haz",
    "jul july juli juillet juil luglio lug julio julho lipiec lipca lip temmuz tem",
    "aug august août aout agosto ago augustus augusti sierpień sierpnia sie ağustos ağu",
    "sep sept september septembre settembre set septiembre setiembre setembro wrzesień września wrz eylül eyl",
    "oct october oktober okt octobre ottobre ott octubre outubro out październik października paź ekim eki",
    "nov november novembre noviembre novembro listopad listopada lis kasım kas",
    "dec december dezember dez décembre déc dicembre dic diciembre dezembro grudzień grudnia gru aralık ara",
];

/// The month of a name in small letters, 1 to 12.
pub(in crate::ingest) fn month(name: &str) -> Option<u32> {
    let found = NAMES.iter().position(|names| names.split(' ').any(|known| known == name))?;
    u32::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_one_month() {
        let mut all: Vec<&str> = NAMES.iter().flat_map(|names| names.split(' ')).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        for (at, names) in NAMES.iter().enumerate() {
            assert!(names.split(' ').all(|name| month(name) == Some(at as u32 + 1)));
        }
        assert_eq!(month(""), None);
        assert_eq!(month("week"), None);
    }
}
