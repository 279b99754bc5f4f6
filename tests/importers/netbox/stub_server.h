#pragma once
// stub_server.py as a child of the test: started with a dump to serve, ended with the object.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace parktwin::importers::netbox::testing {

class StubServer {
 public:
  explicit StubServer(const std::filesystem::path& dump) {
    ::setenv("no_proxy", "127.0.0.1", 1);
    std::array<int, 2> down{};
    std::array<int, 2> up{};
    if (::pipe(down.data()) != 0 || ::pipe(up.data()) != 0) return;
    const std::string script = std::string(PARKTWIN_SOURCE_DIR) + "/tests/importers/netbox/stub_server.py";
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(down[0], 0);
      ::dup2(up[1], 1);
      for (const int end : {down[0], down[1], up[0], up[1]}) ::close(end);
      ::execlp("python3", "python3", script.c_str(), dump.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(down[0]);
    ::close(up[1]);
    input_ = down[1];
    std::string port;
    for (char c = 0; ::read(up[0], &c, 1) == 1 && c != '\n';) port += c;
    ::close(up[0]);
    EXPECT_FALSE(port.empty()) << "the server did not start";
    address_ = "http://127.0.0.1:" + port;
  }
  ~StubServer() {
    ::close(input_);
    ::waitpid(child_, nullptr, 0);
  }
  StubServer(const StubServer&) = delete;
  StubServer& operator=(const StubServer&) = delete;
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  pid_t child_ = -1;
  int input_ = -1;
  std::string address_;
};

}  // namespace parktwin::importers::netbox::testing
