#include "cli/execute.h"

#include <CLI/CLI.hpp>

#include <algorithm>

#include "cli/commands.h"
#include "cli/version.h"
#include "engine/core/errors.h"
#include "engine/core/parallel.h"

namespace parktwin::cli {
namespace {

int run_action(const Action& action, Session& session) {
  try {
    const ThreadLimit limit(session.threads);
    const int code = action(session);
    session.progress.end();
    return code;
  } catch (const InputError& error) {
    session.progress.end();  // so that the message does not run into a progress bar
    for (const auto& problem : error.problems()) session.err << "error: " << to_string(problem) << '\n';
    if (error.problems().size() > 1) session.err << error.problems().size() << " problems\n";
    return invalid_input;
  } catch (const Interrupted&) {
    session.progress.end();
    session.err << "stopped; nothing was written\n";
    return failed_inside;
  } catch (const std::exception& error) {
    session.progress.end();
    session.err << "error: " << error.what() << '\n';
    return failed_inside;
  }
}

}  // namespace

int execute(std::vector<std::string> arguments, std::ostream& out, std::ostream& err, Progress& progress, bool terminal) {
  Session session{.out = out, .err = err, .progress = progress};
  session.colour = terminal;
  CLI::App app("parktwin: does an industrial park meet the targets, where does it fail, and by how much", "parktwin");
  app.set_version_flag("--version", std::string("parktwin ") + version);
  app.add_option("--threads", session.threads, "threads to use, 0 for all cores")->capture_default_str();
  app.add_flag("--json", session.json, "print one JSON document and nothing else");
  app.add_flag("--quiet", session.quiet, "no progress, no remarks");
  std::string language = "en";
  app.add_option("--lang", language, "language of what is printed and drawn")->check(CLI::IsMember({"en", "zh"}))->capture_default_str();
  app.fallthrough();
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done, 1 failure inside, 2 wrong usage, 3 invalid input, 4 a target is missed (check, run --strict) or no plan exists "
      "(plan).\n"
      "Example: parktwin run scenarios/reference.yaml --out runs/reference");
  Action action;
  for (const auto add : {add_run_command, add_check_command, add_compare_command, add_import_command, add_generate_command,
                         add_validate_command, add_schema_command, add_info_command, add_render_command, add_view_command, add_tour_command,
                         add_export_command, add_report_command, add_calibrate_command, add_plan_command, add_sweep_command}) {
    add(app, action);
  }
  for (auto* command : app.get_subcommands({})) {
    command->footer(command->get_footer() + "\nCommon flags: --threads N, --json, --quiet, --lang en|zh; see parktwin --help");
  }
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, out, err);
    return code == 0 ? done : wrong_usage;
  }
  session.language = *parse_enum<viz::Language>(language);
  return run_action(action, session);
}

}  // namespace parktwin::cli
