# What the program tells of itself, as files of a share folder: manual pages in both languages, completion for shells.
# cmake -DZHIBIAO=program -DFOLDER=share -P guide.cmake
function(write_answer FILE)
  execute_process(COMMAND ${ZHIBIAO} ${ARGN} OUTPUT_VARIABLE answer COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE ${FOLDER}/${FILE} "${answer}")
endfunction()

set(ENV{ZHIBIAO_CONFIG} "")
execute_process(COMMAND ${ZHIBIAO} complete -- "" OUTPUT_VARIABLE answer COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\n[a-z]+\t" commands "${answer}")
list(TRANSFORM commands REPLACE "[\n\t]" "")

file(REMOVE_RECURSE ${FOLDER})
foreach(command IN ITEMS "" LISTS commands)
  set(page man1/zhibiao-${command}.1)
  if(command STREQUAL "")
    set(page man1/zhibiao.1)
  endif()
  write_answer(man/${page} --lang en man ${command})
  write_answer(man/zh_CN/${page} --lang zh man ${command})
endforeach()
write_answer(bash-completion/completions/zhibiao completion bash)
write_answer(zsh/site-functions/_zhibiao completion zsh)
write_answer(fish/vendor_completions.d/zhibiao.fish completion fish)
