#pragma once
// PARKTWIN_CHECK: states what the programmer promises. A broken promise is a defect of the program, never of its input.
#include <stdexcept>
#include <string>

namespace parktwin {

class BrokenPromise : public std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] inline void broken_promise(const char* file, int line, const std::string& message) {
  throw BrokenPromise(std::string(file) + ":" + std::to_string(line) + ": " + message);
}

}  // namespace parktwin

#define PARKTWIN_CHECK(condition, message)                                       \
  do {                                                                           \
    if (!(condition)) ::parktwin::broken_promise(__FILE__, __LINE__, (message)); \
  } while (false)
