#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "cli/execute.h"
#include "cli/progress_line.h"

namespace {

parktwin::Progress* active_progress = nullptr;

extern "C" void stop(int) {
  if (active_progress != nullptr) active_progress->request_stop();
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool quiet = std::find(arguments.begin(), arguments.end(), "--quiet") != arguments.end();
  parktwin::cli::ProgressLine line(std::cerr, isatty(STDERR_FILENO) == 1);
  parktwin::Progress progress(quiet ? parktwin::Progress::Listener() : line.listener());
  active_progress = &progress;
  std::signal(SIGINT, stop);
  std::signal(SIGTERM, stop);
  return parktwin::cli::execute(arguments, std::cout, std::cerr, progress, isatty(STDOUT_FILENO) == 1);
}
