#pragma once
// Errors a user can mend. InputError carries every problem found in a source, each with file, place and one sentence;
// OutputError says what could not be written. The command line prints them without a stack (exit 3 and 1).
#include <stdexcept>
#include <string>
#include <vector>

namespace parktwin {

struct Problem {
  std::string file;     ///< as the user named it
  std::string place;    ///< "line 12, column 5", "layer buildings, feature 7, field height_m"; may be empty
  std::string message;  ///< what was found and what was expected, one sentence

  friend bool operator==(const Problem&, const Problem&) = default;
};

/// "file: place: message", leaving out what is empty.
[[nodiscard]] std::string to_string(const Problem& problem);

class InputError : public std::runtime_error {
 public:
  /// Precondition: problems is not empty.
  explicit InputError(std::vector<Problem> problems);
  InputError(std::string file, std::string place, std::string message);
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// Collects problems so that all of a source are reported at once.
class Problems {
 public:
  void add(std::string file, std::string place, std::string message);
  void add(const InputError& error);
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] const std::vector<Problem>& list() const { return list_; }
  /// Throws InputError when anything was added.
  void throw_if_any() const;

 private:
  std::vector<Problem> list_;
};

/// A file or folder that could not be written: full disk, missing permission.
class OutputError : public std::runtime_error {
 public:
  OutputError(const std::string& path, const std::string& message);
};

/// The user asked to stop (Ctrl-C); thrown by Progress.
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("interrupted") {}
};

}  // namespace parktwin
