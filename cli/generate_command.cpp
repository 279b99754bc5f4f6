#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/park_summary.h"
#include "importers/synthetic/synthetic.h"

namespace parktwin::cli {
namespace {

struct GenerateArguments {
  importers::SyntheticOptions options;
  std::string out;
};

int generate(const GenerateArguments& arguments, Session& session) {
  session.progress.begin("generating the park", 1);
  const importers::LoadedPark generated{importers::generate_park(arguments.options), {}};
  session.progress.begin("writing the park", 1);
  importers::write_park_folder(generated.park, arguments.out);
  session.progress.end();
  session.out << (session.json ? park_summary_json(generated) : park_summary_text(generated, session)) << '\n';
  return done;
}

}  // namespace

void add_generate_command(CLI::App& app, Action& action) {
  auto arguments = std::make_shared<GenerateArguments>();
  auto* command = app.add_subcommand("generate", "Write a synthetic park; the same arguments give the same files");
  command->add_option("--enterprises", arguments->options.enterprises, "number of enterprises")
      ->check(CLI::Range(1, 5000))
      ->capture_default_str();
  command->add_option("--area-km2", arguments->options.area_km2, "area in km2")->check(CLI::Range(0.5, 100.0))->capture_default_str();
  command->add_option("--seed", arguments->options.seed, "seed of all choices")->capture_default_str();
  command->add_option("--out", arguments->out, "park folder to write")->required();
  command->footer("Example: parktwin generate --enterprises 180 --area-km2 12 --seed 1 --out parks/synthetic");
  command->callback([arguments, &action] { action = [arguments](Session& session) { return generate(*arguments, session); }; });
}

}  // namespace parktwin::cli
