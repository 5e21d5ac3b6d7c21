/// `Double` and no other type: what a computed literal is to be.
///
/// A literal such as `2 + 2` is no type's in particular, and among `Float` and `Double` the compiler would not choose. So
/// beside each generic function stands one of the same name for this protocol. Its parameters are generic, for a parameter of
/// type `Double` would be taken before a generic function that a lesson declares itself; its result is not, which keeps the
/// compiler quick. Each hands on to the function for any number, from within a function where nothing but that one fits.
///
/// ```swift
/// sigmoid(2 + 2)  // => 0.9820137900379085
/// ```
public protocol DoubleNumber: RealNumber {}

extension Double: DoubleNumber {}
