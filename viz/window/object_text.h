#pragma once
// What the window says of an object that was picked: its name, its record, the clauses that name it, and the links one can switch off.
#include <span>
#include <string>
#include <vector>

#include "engine/criteria/verdict.h"
#include "engine/park/park.h"
#include "viz/scene/object_record.h"
#include "viz/scene/scene.h"

namespace parktwin::viz::window {

struct NamedBy {
  std::string clause;  ///< id
  std::string title;
  criteria::Status status = criteria::Status::not_assessed;
  std::vector<std::string> lines;  ///< those of the verdict's `where` that name it
};

struct LinkText {
  std::string id;
  std::string text;
  bool operational = true;
};

struct ObjectText {
  std::string kind;  ///< "Building"
  std::string id;
  std::string name;
  std::vector<std::pair<std::string, std::string>> fields;  ///< what it is called, and its value
  std::vector<NamedBy> named_by;
  std::vector<LinkText> links;
};

/// Of a thing drawn in `mesh`; verdicts are also those of enterprises in it and of what hangs on it.
[[nodiscard]] ObjectText object_text(const Park& park, std::span<const criteria::Verdict> verdicts, const std::string& mesh,
                                     const std::string& record, Language language);

/// Whether the line names the id, not only an id that begins or ends with it.
[[nodiscard]] bool names(const std::string& line, const std::string& id);

/// "12.5", at most three decimals, without trailing zeros.
[[nodiscard]] std::string number_text(double value);

}  // namespace parktwin::viz::window
