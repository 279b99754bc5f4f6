#pragma once
// One call of the program: reads the arguments, runs the command, turns errors into messages and exit codes.
#include <ostream>
#include <string>
#include <vector>

#include "engine/core/progress.h"

namespace parktwin::cli {

/// `arguments` without the program's name. `terminal` says whether out and err are terminals. Returns the exit code:
/// 0 done, 1 failure inside, 2 wrong usage, 3 invalid input, 4 a target is missed (check, run --strict).
int execute(std::vector<std::string> arguments, std::ostream& out, std::ostream& err, Progress& progress, bool terminal);

}  // namespace parktwin::cli
