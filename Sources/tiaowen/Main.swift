import TiaowenCommands

@main
struct Main {
  static func main() {
    Tiaowen.run()
  }
}
