//! What reading a file costs with the `csv` crate that does nothing else: the measure beside which import stands.
//!
//! `cargo run --release --example csv_pass FILE`

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measuring program, not part of the tool"
)]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: csv_pass FILE")?;
    let begun = std::time::Instant::now();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(&path)?;
    let (mut record, mut rows, mut bytes) = (csv::ByteRecord::new(), 0_u64, 0_u64);
    while reader.read_byte_record(&mut record)? {
        rows += 1;
        bytes += record.as_slice().len() as u64;
    }
    println!("{rows} rows, {bytes} bytes of cells, {:.2} s", begun.elapsed().as_secs_f64());
    Ok(())
}
