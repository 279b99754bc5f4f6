#include <fmt/format.h>

#include <map>

#include "engine/core/check.h"
#include "engine/core/errors.h"
#include "engine/criteria/criteria.h"

namespace parktwin::criteria {
namespace {

void join(std::string& text, const std::string& more, const char* between) { text += (text.empty() ? "" : between) + more; }

/// Ids of one kind, with the file that has them.
class Ids {
 public:
  explicit Ids(const char* kind) : kind_(kind) {}
  void add(const std::string& id, const std::string& file, Problems& problems) {
    const auto [known, is_new] = files_.emplace(id, file);
    if (!is_new) problems.add(file, "", fmt::format("id: found the {} {} of {} again, expected ids of its own", kind_, id, known->second));
  }

 private:
  const char* kind_;
  std::map<std::string, std::string> files_;
};

}  // namespace

Pack read_packs(const std::vector<std::filesystem::path>& files) {
  PARKTWIN_CHECK(!files.empty(), "no criteria pack to read");
  Problems problems;
  Pack all;
  Ids directions("direction");
  Ids clauses("clause");
  for (const auto& file : files) {
    Pack pack;
    try {
      pack = read_pack(file);
    } catch (const InputError& error) {
      for (const auto& problem : error.problems()) problems.add(problem.file, problem.place, problem.message);
      continue;
    }
    join(all.name, pack.name, ", ");
    join(all.title.en, pack.title.en, "; ");
    join(all.title.zh, pack.title.zh, "；");
    join(all.source, pack.source, "; ");
    for (auto& direction : pack.directions) {
      directions.add(direction.id, file.string(), problems);
      all.directions.push_back(std::move(direction));
    }
    for (auto& clause : pack.clauses) {
      clauses.add(clause.id, file.string(), problems);
      all.clauses.push_back(std::move(clause));
    }
  }
  problems.throw_if_any();
  return all;
}

}  // namespace parktwin::criteria
