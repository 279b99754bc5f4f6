#include "viz/video/video_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/errors.h"

namespace parktwin::viz {

std::filesystem::path find_ffmpeg() {
  const char* path = std::getenv("PATH");
  std::string folders = path == nullptr ? "" : path;
  for (std::size_t from = 0; from <= folders.size();) {
    const std::size_t colon = std::min(folders.find(':', from), folders.size());
    const std::filesystem::path candidate = std::filesystem::path(folders.substr(from, colon - from)) / "ffmpeg";
    if (candidate.is_absolute() && access(candidate.c_str(), X_OK) == 0) return candidate;
    from = colon + 1;
  }
  throw InputError("ffmpeg", "", "the program is in no folder of PATH, and films need it; install the Debian package ffmpeg");
}

struct VideoFile::Encoder {
  std::filesystem::path file;
  std::filesystem::path beside;
  std::size_t picture_bytes = 0;
  pid_t process = 0;
  int input = -1;
  std::FILE* remarks = nullptr;  ///< what ffmpeg says of errors

  void start(const std::vector<std::string>& arguments);
  void end_input();
  /// Whether ffmpeg ended well.
  bool wait();
  [[nodiscard]] std::string last_words() const;
};

void VideoFile::Encoder::start(const std::vector<std::string>& arguments) {
  // A socket in place of a pipe: writing to an ffmpeg that is gone must be an error, not a signal.
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw OutputError(file.string(), std::strerror(errno));
  input = ends[0];
  remarks = std::tmpfile();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (remarks != nullptr) posix_spawn_file_actions_adddup2(&actions, fileno(remarks), STDERR_FILENO);
  std::vector<char*> words;
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  const int failure = posix_spawn(&process, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (failure != 0) {
    process = 0;
    throw InputError(arguments[0], "", std::string("the program cannot be started: ") + std::strerror(failure));
  }
}

void VideoFile::Encoder::end_input() {
  if (input >= 0) close(input);
  input = -1;
}

bool VideoFile::Encoder::wait() {
  if (process == 0) return false;
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
  process = 0;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string VideoFile::Encoder::last_words() const {
  if (remarks == nullptr) return "ffmpeg failed";
  std::rewind(remarks);
  std::array<char, 600> text{};
  const std::size_t length = std::fread(text.data(), 1, text.size(), remarks);
  std::string words(text.data(), length);
  while (!words.empty() && words.back() == '\n') words.pop_back();
  return words.empty() ? "ffmpeg failed" : "ffmpeg failed: " + words;
}

VideoFile::VideoFile(const std::filesystem::path& file, int width, int height, int frames_per_second)
    : encoder_(std::make_unique<Encoder>()) {
  PARKTWIN_CHECK(width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0 && frames_per_second > 0, "no such film");
  const std::filesystem::path program = find_ffmpeg();
  if (std::error_code ignored; std::filesystem::is_directory(file, ignored))
    throw OutputError(file.string(), "is a folder, expected a file name");
  Encoder& encoder = *encoder_;
  encoder.file = file;
  encoder.beside = file;
  encoder.beside += ".partial-" + std::to_string(getpid());
  encoder.picture_bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
  errno = 0;
  if (!std::ofstream(encoder.beside, std::ios::binary | std::ios::trunc)) throw OutputError(file.string(), std::strerror(errno));
  try {
    encoder.start({program.string(),
                   "-hide_banner",
                   "-loglevel",
                   "error",
                   "-y",
                   "-f",
                   "rawvideo",
                   "-pixel_format",
                   "rgb24",
                   "-video_size",
                   fmt::format("{}x{}", width, height),
                   "-framerate",
                   std::to_string(frames_per_second),
                   "-i",
                   "pipe:0",
                   "-vf",
                   "vflip,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                   "-c:v",
                   "libx264",
                   "-preset",
                   "fast",
                   "-crf",
                   "22",
                   "-colorspace",
                   "bt709",
                   "-color_primaries",
                   "bt709",
                   "-color_trc",
                   "bt709",
                   "-color_range",
                   "tv",
                   "-movflags",
                   "+faststart",
                   "-f",
                   "mp4",
                   "file:" + encoder.beside.string()});
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(encoder.beside, ignored);
    throw;
  }
}

VideoFile::~VideoFile() {
  Encoder& encoder = *encoder_;
  encoder.end_input();
  if (encoder.process != 0) {
    kill(encoder.process, SIGKILL);
    encoder.wait();
  }
  if (encoder.remarks != nullptr) std::fclose(encoder.remarks);
  std::error_code ignored;
  if (!encoder.beside.empty()) std::filesystem::remove(encoder.beside, ignored);
}

void VideoFile::add(const Picture& picture) {
  Encoder& encoder = *encoder_;
  PARKTWIN_CHECK(picture.rgb.size() == encoder.picture_bytes, "a frame of another size");
  std::size_t sent = 0;
  while (sent < picture.rgb.size()) {
    const ssize_t count = send(encoder.input, picture.rgb.data() + sent, picture.rgb.size() - sent, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      encoder.end_input();
      encoder.wait();
      throw OutputError(encoder.file.string(), encoder.last_words());
    }
    sent += static_cast<std::size_t>(count);
  }
}

std::uintmax_t VideoFile::finish() {
  Encoder& encoder = *encoder_;
  encoder.end_input();
  if (!encoder.wait()) throw OutputError(encoder.file.string(), encoder.last_words());
  std::error_code failure;
  const std::uintmax_t bytes = std::filesystem::file_size(encoder.beside, failure);
  if (!failure) std::filesystem::rename(encoder.beside, encoder.file, failure);
  if (failure) throw OutputError(encoder.file.string(), failure.message());
  encoder.beside.clear();
  return bytes;
}

}  // namespace parktwin::viz
