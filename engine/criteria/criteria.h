#pragma once
// Judges results against a criteria pack. A pack is data (YAML); each clause compares a named metric of the results with a threshold,
// or needs documents in the evidence register, or both. What no simulator covers is not_assessed.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/criteria/pack.h"
#include "engine/criteria/verdict.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::criteria {

class LandMemory;

/// Throws InputError with every problem of the file, each with line and column.
[[nodiscard]] Pack read_pack(const std::filesystem::path& file);

/// Several packs as one, their directions and clauses behind each other; names are joined by ", ". Throws InputError with every problem of
/// every file, and for an id of a direction or clause that two packs have. Precondition: at least one file.
[[nodiscard]] Pack read_packs(const std::vector<std::filesystem::path>& files);

/// JSON Schema (draft 2020-12) of criteria packs, as text.
[[nodiscard]] std::string pack_schema();

/// One verdict per clause, in the pack's order. `assessed_on` (YYYY-MM-DD) is the day on which evidence must be valid.
[[nodiscard]] std::vector<Verdict> assess(const Results& results, const Park& park, const Pack& pack, const std::string& assessed_on);

/// Judges one set of results after another. What depends on the land alone is worked out once for as long as the land stays; the verdicts
/// are those of assess().
class LiveAssessment {
 public:
  LiveAssessment();
  ~LiveAssessment();
  LiveAssessment(const LiveAssessment&) = delete;
  LiveAssessment& operator=(const LiveAssessment&) = delete;
  [[nodiscard]] std::vector<Verdict> assess(const Results& results, const Park& park, const Pack& pack, const std::string& assessed_on);

 private:
  std::unique_ptr<LandMemory> land_;
};

/// The maps of a saved run that assess() reads: paths in results.h5. The other maps may be empty, the verdicts are the same.
[[nodiscard]] std::vector<std::string> judged_maps();

}  // namespace parktwin::criteria
