// Where the memory of the program comes from. Private to cli/.
#pragma once

namespace kehoach {

// Has the heap grow by much at a time, and the first of it be in large pages:
// the system makes each page when it is first touched, and making thousands of
// small ones takes as long as reading the rules. To be called before anything
// else; where the system has no such pages, it changes little.
void prepare_heap();

}  // namespace kehoach
