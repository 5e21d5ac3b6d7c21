// Powers of two and ten where lessons bring their own mathematics: the optimizer takes pow(2, x) for exp2(x) and pow(10, x) for
// exp10(x), and a lesson that is not optimized, or runs in a page, must come to the same digits. The attribute keeps the
// optimizer from it here, where a function would come to call itself.
#ifdef LESSONS_MATHEMATICS

double pow(double, double);
float powf(float, float);

#define PLAIN __attribute__((no_builtin("pow", "powf")))

PLAIN double exp2(double x) { return pow(2, x); }
PLAIN float exp2f(float x) { return powf(2, x); }
PLAIN double exp10(double x) { return pow(10, x); }
PLAIN float exp10f(float x) { return powf(10, x); }

#endif
