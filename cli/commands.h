#pragma once
// The subcommands. Each adds its arguments and help to the app; when it was chosen, `action` is set to what it does.
#include <functional>

#include "cli/session.h"

namespace CLI {
class App;
}

namespace parktwin::cli {

/// Returns the exit code.
using Action = std::function<int(Session&)>;

void add_run_command(CLI::App& app, Action& action);
void add_check_command(CLI::App& app, Action& action);
void add_import_command(CLI::App& app, Action& action);
void add_generate_command(CLI::App& app, Action& action);
void add_validate_command(CLI::App& app, Action& action);
void add_schema_command(CLI::App& app, Action& action);
void add_info_command(CLI::App& app, Action& action);
void add_render_command(CLI::App& app, Action& action);
void add_tour_command(CLI::App& app, Action& action);
void add_export_command(CLI::App& app, Action& action);
void add_report_command(CLI::App& app, Action& action);
void add_calibrate_command(CLI::App& app, Action& action);
void add_compare_command(CLI::App& app, Action& action);
void add_plan_command(CLI::App& app, Action& action);
void add_sweep_command(CLI::App& app, Action& action);
void add_view_command(CLI::App& app, Action& action);

}  // namespace parktwin::cli
