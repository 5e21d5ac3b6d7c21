import Machine
import Synchronization

/// Results that several machines share: `GET` and `PUT` of sealed entries by their keys, on any server that keeps files.
///
/// Whatever goes wrong with it costs time and nothing else: it is told once, and a server that cannot be reached is not asked
/// again.
package final class RemoteStore: Sendable {
  private let address: StoreAddress
  private let warn: @Sendable (String) -> Void
  private let state = Mutex<(isTold: Bool, isDown: Bool)>((false, false))

  /// - Parameter warn: Is told, once, why the store is of no use.
  package init(_ address: StoreAddress, warn: @escaping @Sendable (String) -> Void) {
    self.address = address
    self.warn = warn
  }

  /// The fields of an entry; nil for a miss.
  func fields(for key: String, kind: String) -> [[UInt8]]? {
    guard let response = asked({ exchange throws(StoreFault) in try exchange.get(key) }) else { return nil }
    if response.status == 404 { return nil }
    guard response.status == 200 else {
      tell("it answers a GET with status \(response.status)", isDown: true)
      return nil
    }
    guard let fields = SealedEntry.decode(response.body, kind: kind, key: key) else {
      tell("it has something else in the place of a result, or a damaged one", isDown: false)
      return nil
    }
    return fields
  }

  /// Gives an entry to the store.
  func keep(_ fields: [[UInt8]], for key: String, kind: String) {
    let entry = SealedEntry.encode(kind: kind, key: key, fields: fields)
    guard let response = asked({ exchange throws(StoreFault) in try exchange.put(entry, at: key) }) else { return }
    if !(200...299).contains(response.status) {
      // A machine that may only read is as it should be, once it is told.
      tell("it answers a PUT with status \(response.status)", isDown: false)
    }
  }

  private func asked(_ ask: (HTTPExchange) throws(StoreFault) -> HTTPResponse) -> HTTPResponse? {
    if state.withLock({ $0.isDown }) { return nil }
    do throws(StoreFault) {
      return try ask(HTTPExchange(with: address))
    } catch {
      tell(error.reason, isDown: true)
      return nil
    }
  }

  private func tell(_ reason: String, isDown: Bool) {
    let isNew = state.withLock { state in
      defer { state = (true, state.isDown || isDown) }
      return !state.isTold
    }
    if isNew {
      warn(
        "warning: the store \(address) is of no use\(isDown ? "" : " for all results"): \(reason); what it lacks is run here")
    }
  }
}
