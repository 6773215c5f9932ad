fn main() {
    for text in std::env::args().skip(1) {
        println!("{text}\n{}", phrasing::Checker::builtin().explain(&phrasing::Input::typed(&text)));
    }
}
