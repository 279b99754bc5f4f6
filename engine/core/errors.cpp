#include "engine/core/errors.h"

#include "engine/core/check.h"

namespace parktwin {
namespace {

std::string all_in_one(const std::vector<Problem>& problems) {
  PARKTWIN_CHECK(!problems.empty(), "InputError without a problem");
  std::string text;
  for (const auto& problem : problems) {
    if (!text.empty()) text += '\n';
    text += to_string(problem);
  }
  return text;
}

}  // namespace

std::string to_string(const Problem& problem) {
  std::string text;
  for (const auto* part : {&problem.file, &problem.place, &problem.message}) {
    if (part->empty()) continue;
    if (!text.empty()) text += ": ";
    text += *part;
  }
  return text;
}

InputError::InputError(std::vector<Problem> problems) : std::runtime_error(all_in_one(problems)), problems_(std::move(problems)) {}

InputError::InputError(std::string file, std::string place, std::string message)
    : InputError(std::vector<Problem>{{std::move(file), std::move(place), std::move(message)}}) {}

void Problems::add(std::string file, std::string place, std::string message) {
  list_.push_back({std::move(file), std::move(place), std::move(message)});
}

void Problems::add(const InputError& error) { list_.insert(list_.end(), error.problems().begin(), error.problems().end()); }

void Problems::throw_if_any() const {
  if (!list_.empty()) throw InputError(list_);
}

OutputError::OutputError(const std::string& path, const std::string& message) : std::runtime_error(path + ": " + message) {}

}  // namespace parktwin
