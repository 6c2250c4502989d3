//! The module packed for the entries that carry it as text, and how small it is otherwise.

use std::io::Write as _;

use anyhow::Result;
use lzma_rust2::{LzmaOptions, LzmaWriter};

/// As LZMA, in the form of a `.lzma` file. `bindings/npm/src/unpack.ts` reads it, and knows these parameters.
pub(crate) fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    // Larger than any module will be.
    options.dict_size = 1 << 22;
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    // WebAssembly is not aligned.
    (options.lc, options.lp, options.pb) = (3, 0, 0);
    let mut packer = LzmaWriter::new_use_header(Vec::new(), &options, Some(u64::try_from(bytes.len())?))?;
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

/// How many bytes a server sends that packs with gzip, and one that packs with brotli.
pub(crate) fn served(bytes: &[u8]) -> Result<(usize, usize)> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &brotli::enc::BrotliEncoderParams::default())?;
    Ok((gzip.finish()?.len(), brotli.len()))
}
