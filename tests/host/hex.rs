//! Bytes as text, for stored examples that people compare.

/// Two digits for each byte, in lines.
pub fn of(bytes: &[u8]) -> String {
    let line = |bytes: &[u8]| -> String { bytes.iter().map(|it| format!("{it:02x}")).collect() };
    let lines: Vec<String> = bytes.chunks(32).map(line).collect();
    lines.join("\n")
}

/// The bytes again.
///
/// # Panics
/// When it is not such a text.
pub fn bytes(text: &str) -> Vec<u8> {
    let digits: String = text.lines().collect();
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).expect("two digits");
    (0..digits.len()).step_by(2).map(byte).collect()
}
