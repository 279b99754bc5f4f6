#include "cli/page_printer.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/whole_file.h"

namespace parktwin::cli {
namespace {

/// A folder of its own for page, profile and result; gone with its owner.
class Workshop {
 public:
  Workshop() {
    std::string pattern = (std::filesystem::temp_directory_path() / "parktwin-print-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw OutputError(pattern, "cannot make a folder for printing");
    folder_ = pattern;
  }
  ~Workshop() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  [[nodiscard]] std::filesystem::path file(const char* name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

/// Its exit status; 127 when there is no such program. What it says goes nowhere.
int status_of(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& text : words) arguments.push_back(const_cast<char*>(text.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const int failed = posix_spawnp(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return 127;
  int status = 0;
  if (waitpid(process, &status, 0) < 0) return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

void print_page(const std::string& html, const std::filesystem::path& pdf, const std::string& program) {
  const Workshop workshop;
  const auto page = workshop.file("page.html");
  const auto printed = workshop.file("page.pdf");
  write_whole(html, page);
  const int status = status_of({program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                "--user-data-dir=" + workshop.file("profile").string(), "--no-pdf-header-footer",
                                "--print-to-pdf=" + printed.string(), "file://" + page.string()});
  if (status == 127) throw OutputError(pdf.string(), "cannot be printed: " + program + " is not installed; a report as .html needs none");
  const auto bytes = read_whole(printed);
  if (status != 0 || !bytes || !bytes->starts_with("%PDF-")) throw OutputError(pdf.string(), "cannot be printed: " + program + " failed");
  write_whole(*bytes, pdf);
}

}  // namespace parktwin::cli
