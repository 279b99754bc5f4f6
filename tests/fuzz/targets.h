#pragma once
// One entry for each parser of our own: what the fuzzer hands it, and what has to hold whatever it gets: it reads, or it says why not, with
// a file and a sentence. Anything else (another exception, a fault nobody named) ends the run as a finding.
#include <span>
#include <string>
#include <string_view>

namespace parktwin::fuzz {

struct Target {
  std::string_view name;
  void (*run)(const std::string& input);
};

[[nodiscard]] std::span<const Target> targets_of_texts();
[[nodiscard]] std::span<const Target> targets_of_files();

}  // namespace parktwin::fuzz
