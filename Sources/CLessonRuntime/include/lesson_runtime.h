#ifndef LESSON_RUNTIME_H
#define LESSON_RUNTIME_H
#endif
