//! A stack of 1 MB: writers and readers of whole files keep large tables on theirs. The other modules do with 64 kB
//! (scripts/lib/wasm.mjs).

fn main() {
    println!("cargo:rustc-link-arg-cdylib=-zstack-size=1048576");
}
