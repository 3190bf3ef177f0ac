# press_tab.zsh LINES...: types each line into a zsh of its own, presses Tab and then Return, and
# prints what the program would have been called with.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'unsetopt zle_bracketed_paste prompt_sp; PS1= PS2=; stty -echo; fpath=($PWD/.functions $fpath)
autoload -U compinit; compinit -u -D; bindkey "^I" complete-word
biao() { if [[ $# -eq 1 && ( $1 == explain || $1 == forms ) ]]; then command biao $1; else print -r -- "got: $*"; fi; }
print -r -- rea""dy'
typeset said
zpty -r -m shell said '*ready*'
for line in "$@"; do
    zpty -w -n shell "$line"$'\t\n'
    zpty -r -m shell said $'*got: *\n*'
    said=${said##*got: }
    print -r -- "got: ${${said%%$'\n'*}%%[$'\r ']#}"
done
zpty -d shell
