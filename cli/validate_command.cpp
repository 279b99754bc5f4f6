#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/judged_run.h"
#include "cli/open_park.h"
#include "engine/core/errors.h"
#include "engine/core/yaml_reader.h"
#include "engine/criteria/criteria.h"
#include "engine/park/cable_faults.h"
#include "engine/scenario/scenario.h"
#include "engine/storage/storage.h"
#include "engine/sweep/sweep_plan.h"
#include "importers/prices/prices.h"
#include "importers/recipe/recipe.h"

namespace parktwin::cli {
namespace {

constexpr std::size_t most_doubts = 10;  // printed; --json has all

struct Finding {
  std::string kind;
  std::vector<std::string> doubts;  ///< that make nothing invalid
};

Finding valid_park(const std::filesystem::path& path) {
  const auto opened = open_park(path);
  Finding finding{"park", {}};
  for (const auto& fault : doubtful_cables(opened.park)) {
    finding.doubts.push_back(fmt::format("{} {}, field {}: {}", fault.table, fault.record, fault.field, fault.message));
  }
  return finding;
}

// A scenario is valid when it can be carried out: its files, its criteria, its tables and its park with the changes applied.
Finding validate_scenario(const std::filesystem::path& path) {
  const auto scenario = with_priced_measures(read_scenario(path));
  static_cast<void>(energy_tables(scenario));
  static_cast<void>(criteria::read_packs(pack_files(names_of_packs(scenario))));
  if (!scenario.changes.empty()) static_cast<void>(importers::read_prices(price_file(scenario.costs.prices)));
  static_cast<void>(parktwin::apply(open_park(scenario.park).park, scenario.changes));
  return {"scenario", {}};
}

// A sweep is valid when its scenario is, and its fields lead somewhere in the first sample.
void validate_sweep(const std::filesystem::path& path) {
  const auto read = sweep::read_sweep(path);
  static_cast<void>(validate_scenario(read.scenario));
  const auto samples = sweep::samples_of(read.plan);
  const auto scenario = read_scenario_with(read.scenario, sweep::fields_of(read.plan, samples.front()));
  static_cast<void>(parktwin::apply(open_park(scenario.park).park, scenario.changes));
}

Finding validate_file(const std::filesystem::path& path) {
  const auto document = yaml::read_document(path);
  if (document.root.IsMap() && document.root["recipe"]) {
    static_cast<void>(importers::read_recipe(path));
    return {"recipe", {}};
  }
  if (document.root.IsMap() && document.root["clauses"]) {
    static_cast<void>(criteria::read_pack(path));
    return {"criteria pack", {}};
  }
  if (document.root.IsMap() && document.root["factors"]) {
    validate_sweep(path);
    return {"sweep", {}};
  }
  if (path.filename() == "park.yaml") return valid_park(path);
  return validate_scenario(path);
}

Finding validate_path(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) {
    if (std::filesystem::exists(path / "results.h5")) {
      static_cast<void>(storage::load(path));
      return {"run", {}};
    }
    return valid_park(path);
  }
  return validate_file(path);
}

int validate_input(const std::string& path, Session& session) {
  const Finding finding = validate_path(path);
  if (session.json) {
    nlohmann::ordered_json answer = {{"valid", true}, {"kind", finding.kind}};
    if (!finding.doubts.empty()) answer["doubtful"] = finding.doubts;
    session.out << answer.dump() << '\n';
  } else {
    session.out << path << ": valid " << finding.kind << '\n';
    for (std::size_t i = 0; i < std::min(finding.doubts.size(), most_doubts); ++i)
      session.out << session.choose("  doubtful: ", "  存疑：") << finding.doubts[i] << '\n';
    if (finding.doubts.size() > most_doubts) {
      session.out << fmt::format(fmt::runtime(session.choose("  {} more doubts; --json has all\n", "  另有 {} 项存疑，--json 列出全部\n")),
                                 finding.doubts.size() - most_doubts);
    }
  }
  return done;
}

}  // namespace

void add_validate_command(CLI::App& app, Action& action) {
  auto path = std::make_shared<std::string>();
  auto* command =
      app.add_subcommand("validate", "Check a park, scenario, recipe, sweep, criteria pack or saved run; lists all problems, runs nothing");
  command->add_option("PATH", *path, "park folder, run folder or YAML file")->required();
  command->footer("Exit code 3 when there are problems.\nExample: parktwin validate scenarios/reference.yaml");
  command->callback([path, &action] { action = [path](Session& session) { return validate_input(*path, session); }; });
}

}  // namespace parktwin::cli
