// The wish to stop before the end: SIGINT, or a reader that went away. A signal can reach nothing but what is global,
// so this is.
#pragma once

namespace zhibiao::cli {

// From now on the first SIGINT asks to stop and the second one ends the process.
void heed_interrupt();
// Asks to stop, as SIGINT does, but interrupted() stays as it is.
void ask_to_stop();
bool asked_to_stop();
bool interrupted();
// Waits until there is something to read from `fd`; false when it is time to stop.
bool wait_to_read(int fd);

}  // namespace zhibiao::cli
